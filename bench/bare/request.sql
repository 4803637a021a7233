-- The file of a request: its facts, the recommendations that it answers, its neighbours, its history.
WITH one AS (SELECT asked.*, state.names ->> 'en' AS from_whom, officer.name AS officer, decider.name AS decider,
                    author.name AS author
               FROM requests_staterequest AS asked
               LEFT JOIN atlas_state AS state ON state.id = asked.state_id
               LEFT JOIN people_user AS officer ON officer.id = asked.desk_officer_id
               LEFT JOIN people_user AS decider ON decider.id = asked.decided_by_id
               LEFT JOIN people_user AS author ON author.id = asked.created_by_id
              WHERE reference = %(key)s)
SELECT each.key, each.value, '', '' FROM one, LATERAL jsonb_each_text(to_jsonb(one) - 'search') AS each
UNION ALL
(SELECT symbol, said.paragraph, texts ->> 'en', mechanism.names ->> 'en'
  FROM requests_staterequest_recommendations AS link JOIN one ON one.id = link.staterequest_id
  JOIN accountability_recommendation AS said ON said.id = link.recommendation_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = said.mechanism_id
 ORDER BY said.year DESC NULLS LAST, said.id DESC LIMIT 50)
UNION ALL
(SELECT other.reference, other.subject, other.received_on::text, other.status
  FROM requests_staterequest AS other, one WHERE other.state_id = one.state_id AND other.id <> one.id
 ORDER BY other.received_on DESC, other.id DESC LIMIT 10)
UNION ALL
(SELECT entry.act, entry.at::text, entry.why, entry.status FROM journal_entry AS entry, one
  WHERE entry.thing_kind = 'requests.staterequest' AND entry.thing_id = one.id ORDER BY entry.number)
UNION ALL
(SELECT paper.title, paper.file_name, paper.classification, '' FROM documents_document AS paper, one
  WHERE paper.thing_kind = 'requests.staterequest' AND paper.thing_id = one.id)
