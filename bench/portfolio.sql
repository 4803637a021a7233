-- A seeded portfolio for measurements: set by set, the same on every run. The setting bench.requests says how many
-- open requests it holds (one in six more was declined); there are as many projects, and ten times as many
-- recommendations. The setting bench.report is a piece of evidence, sealed as the programme seals it.
SET LOCAL techcoop.importing = 'accountability';

CREATE FUNCTION pg_temp.draw(n bigint, salt int, below int) RETURNS int LANGUAGE sql IMMUTABLE AS
  'SELECT (abs(hashint8extended(n, salt)) % below)::int';
CREATE FUNCTION pg_temp.words(n bigint, salt int, many int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg((ARRAY[
    'ratify','adopt','strengthen','review','legislation','national','institution','independence','judges','police',
    'prison','training','education','women','children','migrants','minorities','disability','torture','detention',
    'plan','action','implementation','recommendations','treaty','body','reporting','mechanism','civil','society',
    'freedom','expression','assembly','equality','discrimination','violence','protection','victims','witnesses',
    'defenders','development','cooperation','standards','law','policy','access','justice','land','housing','health'
  ])[1 + pg_temp.draw(n * 100 + place, salt, 50)], ' ') FROM generate_series(1, many) AS place $$;

CREATE TEMPORARY TABLE a_state ON COMMIT DROP AS
  SELECT id, iso3, row_number() OVER (ORDER BY iso3) - 1 AS place FROM atlas_state WHERE standing IN ('member', 'observer', 'other');
CREATE TEMPORARY TABLE bodies ON COMMIT DROP AS
  SELECT id, kind, row_number() OVER (ORDER BY (kind <> 'upr'), code) - 1 AS place FROM accountability_mechanism;

INSERT INTO people_user (email, name, password, language, is_active, is_machine, created_at)
  VALUES ('officer@bench.invalid', 'Officer', '!', 'en', true, false, now());
INSERT INTO people_assignment (user_id, role, everywhere, starts_on)
  SELECT id, 'coordinator', true, '2020-01-01' FROM people_user WHERE email = 'officer@bench.invalid';
CREATE TEMPORARY TABLE officer ON COMMIT DROP AS
  SELECT officer.id, machine.id AS approver FROM people_user AS officer, people_user AS machine
   WHERE officer.email = 'officer@bench.invalid' AND machine.is_machine;

INSERT INTO documents_source (title, publisher, address, file_name, digest, retrieved_on, note)
  VALUES ('Seeded portfolio', '', '', '', '', '2026-01-01', '');

INSERT INTO accountability_theme (taxonomy, label, names)
  SELECT 'bench', 'Theme ' || n, '{}' FROM generate_series(1, 100) AS n;

INSERT INTO accountability_treatystatus (state_id, instrument_id, standing, year, note, source_id)
  SELECT a_state.id, instrument.id,
         CASE WHEN drawn < 7 THEN 'party' WHEN drawn < 8 THEN 'signatory' ELSE 'no_action' END,
         CASE WHEN drawn < 7 THEN 1970 + pg_temp.draw(a_state.place * 31 + instrument.position, 3, 50) END, '',
         (SELECT max(id) FROM documents_source)
    FROM a_state, accountability_instrument AS instrument,
         LATERAL (SELECT pg_temp.draw(a_state.place * 31 + instrument.position, 2, 10) AS drawn) AS chance;

-- Where a State is party, a report to the treaty body every five years; one of three States is late with the last.
INSERT INTO accountability_reportingcycle (state_id, instrument_id, serial, due_set_in, submitted_on, list_of_issues_on,
    replies_on, dialogue_on, concluded_on, symbol, follow_up_assessed_on, source_id)
  SELECT state_id, instrument_id, n, '', coalesce(day, ''), '', '', coalesce(day, ''), coalesce(day, ''), '', '', source_id
    FROM accountability_treatystatus AS status JOIN accountability_instrument AS instrument ON instrument.id = instrument_id
    CROSS JOIN generate_series(1, 4) AS n
    CROSS JOIN LATERAL (SELECT CASE WHEN n < 4 OR pg_temp.draw(status.id, 9, 3) > 0 THEN (year + 5 * n)::text END AS day)
         AS drawn
   WHERE source_id = (SELECT max(id) FROM documents_source) AND standing = 'party' AND year + 5 * n < 2026
     AND EXISTS (SELECT FROM programme_parameter WHERE name = 'accountability.periodic_years.' || instrument.code);

INSERT INTO accountability_recommendation (source_key, state_id, mechanism_id, kind, texts, symbol, paragraph,
    published_on, year, upr_cycle, upr_session, upr_position, recommending_state_ids, theme_ids, affected_groups,
    sdg_targets, source_id)
  SELECT 'bench-' || n, a_state.id, bodies.id, 'recommendation',
         jsonb_build_object('en', pg_temp.words(n, 5, 28)), 'A/HRC/' || n % 60 || '/' || n % 30, (n % 200)::text,
         make_date(2006 + n::int % 20, 1 + n::int % 12, 1 + n::int % 28), 2006 + n % 20,
         CASE WHEN bodies.kind = 'upr' THEN 1 + n % 4 END, CASE WHEN bodies.kind = 'upr' THEN 1 + n % 50 END,
         CASE WHEN bodies.kind = 'upr' THEN (ARRAY['supported','noted'])[1 + n % 2] ELSE '' END,
         '{}', ARRAY[theme + pg_temp.draw(n, 7, 100), theme + pg_temp.draw(n, 8, 100)], '{}', '{}',
         (SELECT max(id) FROM documents_source)
    FROM generate_series(1, 10 * current_setting('bench.requests')::int) AS n
    CROSS JOIN (SELECT min(id) AS theme FROM accountability_theme WHERE taxonomy = 'bench') AS themes
    JOIN a_state ON a_state.place = pg_temp.draw(n, 1, (SELECT count(*) FROM a_state)::int)
    JOIN bodies ON bodies.place = CASE WHEN n % 2 = 0 THEN 0 ELSE pg_temp.draw(n, 6, (SELECT count(*) FROM bodies)::int) END;

-- What is drawn for one row, and what the rules of the tables ask about it, is found by an index where PostgreSQL
-- knows how large the tables became; else it goes through all of a table for every row.
ANALYZE accountability_recommendation;
INSERT INTO requests_staterequest (reference, subject, summary, way, desk_note, entered_in_error, signatory_kind, accepted_despite, channel, language, document_reference, dated_on,
    received_on, signatory_name, signatory_title, signatory_authority, components, forms, institution,
    parallel_requests, urgency, status, status_since, decided_at, decided_by_id, decision_reasons, accepted_part,
    redirected_to, withdrawal_reasons, ground, submission, created_at, created_by_id, state_id)
  SELECT 'TB-' || n, 'Request for ' || pg_temp.words(n, 11, 5), pg_temp.words(n, 12, 40), 'paper', '', false, 'ministry', '', 'note_verbale', 'en', '',
         day, day + 3, 'A Minister', '', 'Ministry of Justice',
         ARRAY['C' || 1 + n % 5], ARRAY['F' || 1 + n % 7], '', '', 'ordinary', status, day + 10,
         CASE WHEN drawn.status IN ('declined', 'formulation') THEN (day + 10)::timestamptz END,
         CASE WHEN drawn.status IN ('declined', 'formulation') THEN officer.approver END,
         CASE drawn.status WHEN 'declined' THEN 'Outside the five components.'
              WHEN 'formulation' THEN 'Within the five components.' ELSE '' END, '', '', '',
         CASE drawn.status WHEN 'declined' THEN 'components' ELSE '' END, gen_random_uuid(), day + 3, officer.id, a_state.id
    FROM (SELECT current_setting('bench.requests')::int AS many) AS open
    CROSS JOIN LATERAL generate_series(1, open.many + open.many / 6) AS n
    CROSS JOIN officer
    CROSS JOIN LATERAL (SELECT date '2006-01-01' + pg_temp.draw(n, 13, 7300) AS day,
         CASE WHEN n > open.many THEN 'declined' ELSE
         (ARRAY['registered','acknowledged','under_assessment','formulation','formulation','formulation'])
         [1 + pg_temp.draw(n, 14, 6)] END AS status) AS drawn
    JOIN a_state ON a_state.place = pg_temp.draw(n, 15, (SELECT count(*) FROM a_state)::int);

INSERT INTO requests_staterequest_recommendations (staterequest_id, recommendation_id)
  SELECT asked.id, chosen.id FROM requests_staterequest AS asked
    CROSS JOIN LATERAL (SELECT id FROM accountability_recommendation AS one WHERE one.state_id = asked.state_id
        ORDER BY year DESC NULLS LAST, id DESC OFFSET asked.id % 20 LIMIT 3) AS chosen
   WHERE asked.reference LIKE 'TB-%';
INSERT INTO journal_entry (at, act, thing_kind, thing_id, thing_name, number, status, why, details, previous, seal,
    by_id)
  SELECT asked.created_at + step.number * interval '2 days', step.act, 'requests.staterequest', asked.id,
         asked.reference, step.number, coalesce(step.status, asked.status), step.why, '{}', '', '', officer.id
    FROM requests_staterequest AS asked CROSS JOIN officer
    CROSS JOIN (VALUES (1, 'receive', 'received', ''), (2, 'register', 'registered', ''),
                       (3, 'acknowledge', 'acknowledged', ''), (4, 'screen', NULL, 'Within the programme.'))
         AS step (number, act, status, why)
   WHERE asked.reference LIKE 'TB-%';

-- Assessed with a voice beside the Government and a current recommendation in view, then signed off twice.
INSERT INTO assessments_needsassessment (title, by_mission, terms_of_reference, mission_places, mission_team, outset,
    context, why_no_recommendation, validated_with, validated_on, validated_by_id, cleared_on, cleared_by_id, status,
    status_since, drafted_by_id, submission, created_at, created_by_id, state_id, state_request_id)
  SELECT 'Needs behind ' || reference, false, '', '', '', '{}', pg_temp.words(id, 16, 40), 'None was weighed.',
         'Those who were heard', received_on + 55, created_by_id, received_on + 60, decided_by_id, 'validated',
         received_on + 60, created_by_id, gen_random_uuid(), received_on + 30, created_by_id, state_id, id
    FROM requests_staterequest WHERE reference LIKE 'TB-%' AND status = 'formulation';
INSERT INTO assessments_consultation (assessment_id, held_on, voice, women, men, others, groups, classification, who,
    said, submission)
  SELECT id, validated_on, 'civil_society', 8, 7, 0, '{}', 'strictly_confidential', '', '', gen_random_uuid()
    FROM assessments_needsassessment;
INSERT INTO assessments_needsassessment_recommendations (needsassessment_id, recommendation_id)
  SELECT assessment.id, said.id FROM assessments_needsassessment AS assessment
    CROSS JOIN LATERAL (SELECT id FROM accountability_recommendation AS one WHERE one.state_id = assessment.state_id
        ORDER BY year DESC NULLS LAST, id DESC LIMIT 1) AS said;
ANALYZE assessments_needsassessment, assessments_consultation, assessments_needsassessment_recommendations;
UPDATE assessments_needsassessment SET status = 'approved', approved_on = cleared_on, approved_by_id = cleared_by_id;

-- A project stands on a request that was taken up and on the assessment of its needs: some requests have several.
ANALYZE requests_staterequest, assessments_needsassessment;
CREATE TEMPORARY TABLE grounds ON COMMIT DROP AS
  SELECT assessment.id AS assessment, asked.id AS asked, asked.received_on, asked.state_id,
         row_number() OVER (ORDER BY asked.id) - 1 AS place, count(*) OVER () AS many
    FROM assessments_needsassessment AS assessment JOIN requests_staterequest AS asked
      ON asked.id = assessment.state_request_id WHERE asked.reference LIKE 'TB-%';
INSERT INTO projects_project (code, legacy_code, title, summary, language, scope, mandate, why_no_recommendation,
    forms, starts_on, starts_precision, ends_on, ends_precision, status, status_since, approved_on, approved_by_id,
    submission, created_at, created_by_id, state_request_id, assessment_id)
  SELECT a_state.iso3 || '-B-' || n, '', 'Project for ' || pg_temp.words(n, 21, 6), pg_temp.words(n, 22, 60), 'en',
         'national', '', '', ARRAY['F' || 1 + n % 7, 'F' || 1 + (n + 3) % 7], day, 'day', day + 700, 'day', drawn.status,
         day, day, officer.approver, gen_random_uuid(), day, officer.id, grounds.asked, grounds.assessment
    FROM generate_series(1, current_setting('bench.requests')::int) AS n
    CROSS JOIN officer
    JOIN grounds ON grounds.place = n % grounds.many
    JOIN a_state ON a_state.id = grounds.state_id
    CROSS JOIN LATERAL (SELECT grounds.received_on + 120 AS day,
         (ARRAY['approved','operational','operational','completed','closed'])[1 + pg_temp.draw(n, 23, 5)] AS status) AS drawn;

INSERT INTO projects_projectstate (project_id, state_id)
  SELECT project.id, asked.state_id FROM projects_project AS project
    JOIN requests_staterequest AS asked ON asked.id = project.state_request_id WHERE project.code LIKE '%-B-%';
INSERT INTO projects_projectcomponent (project_id, component, per_cent)
  SELECT id, 'C' || 1 + (id + side) % 5, CASE side WHEN 0 THEN 60 ELSE 40 END
    FROM projects_project, generate_series(0, 1) AS side WHERE code LIKE '%-B-%';
INSERT INTO projects_projectmoney (project_id, family, required, available, spent)
  SELECT id, (ARRAY['regular_budget', 'voluntary_fund'])[1 + side], 10000 + pg_temp.draw(id, 24 + side, 400000),
         8000 + pg_temp.draw(id, 24 + side, 200000), pg_temp.draw(id, 26 + side, 150000)
    FROM projects_project, generate_series(0, 1) AS side WHERE code LIKE '%-B-%';
INSERT INTO projects_nationalstructure (project_id, name, kind, outcome)
  SELECT id, 'Human Rights Commission', 'national_institution', '' FROM projects_project WHERE code LIKE '%-B-%';
INSERT INTO projects_addressedrecommendation (project_id, recommendation_id, rationale)
  SELECT project.id, chosen.id, '' FROM projects_project AS project
    JOIN projects_projectstate AS place ON place.project_id = project.id
    CROSS JOIN LATERAL (SELECT id FROM accountability_recommendation AS one WHERE one.state_id = place.state_id
        ORDER BY year DESC NULLS LAST, id DESC OFFSET project.id % 20 LIMIT 2) AS chosen
   WHERE project.code LIKE '%-B-%';

INSERT INTO delivery_activity (project_id, form, title, description, state_id, place, starts_on, ends_on, status,
    status_since, women, men, others, outcome, submission, created_by_id, created_at)
  SELECT project.id, 'F' || 1 + (project.id + n) % 7, 'Activity on ' || pg_temp.words(project.id, 30 + n, 4), '',
         place.state_id, 'Capital', project.starts_on + 90 * n, project.starts_on + 90 * n + 4, 'held',
         project.starts_on, pg_temp.draw(project.id, 40 + n, 60), pg_temp.draw(project.id, 50 + n, 60), 0,
         'Done.', gen_random_uuid(), project.created_by_id, project.starts_on
    FROM projects_project AS project JOIN projects_projectstate AS place ON place.project_id = project.id,
         generate_series(1, 3) AS n WHERE project.code LIKE '%-B-%';
INSERT INTO delivery_activitycost (activity_id, family, amount)
  SELECT id, 'voluntary_fund', 1000 + pg_temp.draw(id, 60, 20000) FROM delivery_activity;

INSERT INTO evaluation_evaluation (title, kind, project_id, conducted_by, began_on, completed_on, method, status,
    status_since, submission, created_by_id, created_at)
  SELECT 'Evaluation of ' || code, 'final', id, 'Independent evaluators', ends_on, ends_on + 60, '', 'draft', ends_on,
         gen_random_uuid(), created_by_id, ends_on
    FROM projects_project WHERE code LIKE '%-B-%' AND id % 10 = 0;
INSERT INTO evaluation_finding (evaluation_id, number, statement, criterion, component, state_id, is_strength)
  SELECT evaluation.id, n, pg_temp.words(evaluation.id, 70 + n, 20),
         (ARRAY['relevance','effectiveness','sustainability'])[n], 'C' || 1 + (evaluation.id + n) % 5, place.state_id,
         (evaluation.id + n) % 3 <> 0
    FROM evaluation_evaluation AS evaluation JOIN projects_projectstate AS place USING (project_id),
         generate_series(1, 3) AS n;
INSERT INTO evaluation_evidence (finding_id, kind, description, is_confidential)
  SELECT id, 'document', current_setting('bench.report'), false FROM evaluation_finding;
-- What an evaluation says is written while it is drafted; then it is concluded.
ANALYZE evaluation_evaluation, evaluation_finding, evaluation_evidence;
UPDATE evaluation_evaluation SET status = 'final';
