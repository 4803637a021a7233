-- The first page of the portfolio: fifty projects with their States and their money.
SELECT project.code, project.title, places.names, project.status, project.starts_on, project.ends_on,
       money.required, money.available, money.spent, (SELECT count(*) FROM projects_project)
  FROM (SELECT * FROM projects_project ORDER BY starts_on DESC NULLS LAST, id DESC LIMIT 50) AS project
  CROSS JOIN LATERAL (SELECT string_agg(state.names ->> 'en', ', ' ORDER BY state.sort_key) AS names
      FROM projects_projectstate AS place JOIN atlas_state AS state ON state.id = place.state_id
     WHERE place.project_id = project.id) AS places
  CROSS JOIN LATERAL (SELECT sum(required) AS required, sum(available) AS available, sum(spent) AS spent
      FROM projects_projectmoney WHERE project_id = project.id) AS money
 ORDER BY project.starts_on DESC NULLS LAST, project.id DESC
