-- The file of a request: its facts, the targets of its clock, the recommendations that it answers, its neighbours,
-- its history with who acted, its papers, letters and screening, what is pointed out, what was frozen.
WITH one AS (SELECT asked.*, state.names ->> 'en' AS from_whom, officer.name AS officer
               FROM requests_staterequest AS asked
               LEFT JOIN atlas_state AS state ON state.id = asked.state_id
               LEFT JOIN people_user AS officer ON officer.id = asked.desk_officer_id
              WHERE reference = %(key)s)
SELECT each.key, each.value, '', '', '' FROM one, LATERAL jsonb_each_text(to_jsonb(one) - 'search') AS each
UNION ALL
(SELECT DISTINCT ON (name) name, value #>> '{}', '', '', '' FROM programme_parameter
  WHERE starts_with(name, 'requests.target_days.') AND effective_from <= current_date
  ORDER BY name, effective_from DESC)
UNION ALL
(SELECT symbol || ' ' || said.paragraph, said.year::text, said.upr_position, texts ->> 'en',
        mechanism.names ->> 'en'
  FROM requests_staterequest_recommendations AS link JOIN one ON one.id = link.staterequest_id
  JOIN accountability_recommendation AS said ON said.id = link.recommendation_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = said.mechanism_id
 ORDER BY said.year DESC NULLS LAST, said.id DESC LIMIT 50)
UNION ALL
(SELECT other.reference, other.subject, other.received_on::text, other.status, ''
  FROM requests_staterequest AS other, one WHERE other.state_id = one.state_id AND other.id <> one.id
 ORDER BY other.received_on DESC, other.id DESC LIMIT 10)
UNION ALL
(SELECT entry.act, entry.at::text, entry.why, entry.status, person.name
  FROM journal_entry AS entry JOIN one ON entry.thing_id = one.id JOIN people_user AS person ON person.id = entry.by_id
  WHERE entry.thing_kind = 'requests.staterequest' ORDER BY entry.number)
UNION ALL
(SELECT paper.id::text, paper.title, paper.added_at::text, paper.size_bytes::text, paper.classification
  FROM documents_document AS paper, one
  WHERE paper.thing_kind = 'requests.staterequest' AND paper.thing_id = one.id)
UNION ALL
SELECT letter.occasion, letter.language, letter.written_at::text, '', '' FROM requests_sentletter AS letter, one
 WHERE letter.state_request_id = one.id
UNION ALL
(SELECT DISTINCT ON (question) question, verdict, remark, given_at::text, ''
   FROM requests_screeningverdict AS said, one WHERE said.state_request_id = one.id ORDER BY question, said.id DESC)
UNION ALL
SELECT instrument.code, report.serial::text, report.due_on::text, report.status, ''
  FROM accountability_duereport AS report
  JOIN accountability_instrument AS instrument ON instrument.id = report.instrument_id
 WHERE report.status IN ('overdue', 'not_known') AND report.state_id = (SELECT state_id FROM one)
UNION ALL
SELECT mechanism.names ->> 'en', visit.status, visit.requested_on, '', ''
  FROM accountability_visit AS visit JOIN one ON one.state_id = visit.state_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = visit.mechanism_id WHERE visit.status = 'refused'
UNION ALL
SELECT decided.institution, decided.status, decided_on, review_on::text, '' FROM accountability_accreditation AS decided, one
 WHERE decided.state_id = one.state_id
UNION ALL
SELECT occasion, taken_at::text, digest, '', '' FROM accountability_accountabilitysnapshot AS frozen, one
 WHERE frozen.thing_kind = 'requests.staterequest' AND frozen.thing_id = one.id
