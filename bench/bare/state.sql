-- A State's file: its standings, its recommendations counted, what is due and what is pointed out, its institutions and
-- plan, its requests, projects, activities and money.
WITH one AS (SELECT * FROM atlas_state WHERE iso3 = %(key)s),
     said AS MATERIALIZED (SELECT recommendation.mechanism_id, upr_cycle, upr_position, theme_ids
                FROM accountability_recommendation AS recommendation, one
               WHERE state_id = one.id AND withdrawn_on IS NULL),
     here AS (SELECT project.* FROM projects_project AS project
                JOIN projects_projectstate AS place ON place.project_id = project.id
                JOIN one ON one.id = place.state_id)
SELECT names ->> 'en', iso3, iso2, m49, "group" FROM one
UNION ALL
SELECT region.names ->> 'en', region.code, '', '', ''
  FROM atlas_state_regions AS member JOIN one ON one.id = member.state_id
  JOIN atlas_region AS region ON region.id = member.region_id
UNION ALL
(SELECT instrument.code, status.standing, status.year::text, source.title, source.retrieved_on::text
  FROM accountability_instrument AS instrument
  LEFT JOIN accountability_treatystatus AS status
         ON status.instrument_id = instrument.id AND status.state_id = (SELECT id FROM one)
  LEFT JOIN documents_source AS source ON source.id = status.source_id
 ORDER BY instrument.position)
UNION ALL
SELECT 'recommendations', count(*)::text, (count(*) FILTER (WHERE upr_position = 'supported'))::text,
       (count(*) FILTER (WHERE upr_position = 'noted'))::text, '' FROM said
UNION ALL
SELECT mechanism.names ->> 'en', counted.many::text, mechanism.code, '', ''
  FROM (SELECT mechanism_id, count(*) AS many FROM said GROUP BY 1) AS counted
  JOIN accountability_mechanism AS mechanism ON mechanism.id = counted.mechanism_id
UNION ALL
SELECT upr_cycle::text, count(*)::text, '', '', '' FROM said WHERE upr_cycle IS NOT NULL GROUP BY upr_cycle
UNION ALL
SELECT theme.label, counted.many::text, '', '', ''
  FROM (SELECT unnest(theme_ids) AS theme_id, count(*) AS many FROM said GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12)
       AS counted JOIN accountability_theme AS theme ON theme.id = counted.theme_id
UNION ALL
(SELECT reference, subject, asked.status, received_on::text, '' FROM requests_staterequest AS asked, one
  WHERE asked.state_id = one.id ORDER BY received_on DESC, asked.id DESC LIMIT 8)
UNION ALL
SELECT 'requests', count(*)::text, '', '', '' FROM requests_staterequest, one WHERE state_id = one.id
UNION ALL
(SELECT code, title, status, '', '' FROM here ORDER BY starts_on DESC, id DESC LIMIT 8)
UNION ALL
SELECT 'projects', count(*)::text, '', '', '' FROM here
UNION ALL
SELECT 'activities', count(*)::text, '', '', '' FROM delivery_activity, one WHERE state_id = one.id
UNION ALL
SELECT 'money', sum(required)::text, sum(available)::text, sum(spent)::text, ''
  FROM projects_projectmoney WHERE project_id IN (SELECT id FROM here)
UNION ALL
SELECT instrument.code, report.serial::text, report.due_on::text, report.status, report.rule
  FROM accountability_duereport AS report
  JOIN accountability_instrument AS instrument ON instrument.id = report.instrument_id
 WHERE report.status IN ('due', 'overdue', 'not_known') AND report.state_id = (SELECT id FROM one)
UNION ALL
(SELECT institution, status, decided_on, review_on::text, '' FROM accountability_accreditation, one
  WHERE state_id = one.id ORDER BY decided_on DESC LIMIT 1)
UNION ALL
(SELECT title, from_year::text, '', '', '' FROM accountability_actionplan, one WHERE state_id = one.id LIMIT 1)
UNION ALL
SELECT mechanism.names ->> 'en', visit.status, visit.requested_on, '', ''
  FROM accountability_visit AS visit JOIN one ON one.id = visit.state_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = visit.mechanism_id WHERE visit.status = 'refused'
