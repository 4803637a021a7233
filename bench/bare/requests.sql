-- The desk: the newest of all open requests, as their list has them, and how many there are (%(key)s).
SELECT reference, COALESCE(state.names ->> 'en', ''), subject, asked.status, status_since::date, received_on, components,
       forms, channel, officer.name, count(*) OVER ()
  FROM requests_staterequest AS asked
  LEFT JOIN atlas_state AS state ON state.id = asked.state_id
  LEFT JOIN people_user AS officer ON officer.id = asked.desk_officer_id
 WHERE asked.status IN ('registered', 'acknowledged', 'under_assessment', 'formulation') AND %(key)s <> ''
 ORDER BY received_on DESC, asked.id DESC LIMIT 50
