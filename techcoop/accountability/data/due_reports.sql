-- Every report of a State to a treaty body, and the one expected next, with the day on which it is due and the
-- rule that gave the day. A day set by the treaty body goes before every formula. Days known in part count as the
-- last day that they can be. Periods are parameters: the one in force on the day from which is counted applies.
CREATE OR REPLACE FUNCTION accountability_latest_day(known text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE length(known)
        WHEN 4 THEN make_date(known::int, 12, 31)
        WHEN 7 THEN (make_date(left(known, 4)::int, right(known, 2)::int, 1) + interval '1 month - 1 day')::date
        WHEN 10 THEN make_date(left(known, 4)::int, substr(known, 6, 2)::int, right(known, 2)::int) END
$$;

-- Those of one State. The question is planned once for a connection, and looks at nothing of other States.
CREATE FUNCTION accountability_reports_of(the_state bigint) RETURNS TABLE (
    id bigint, instrument_id bigint, serial int, cycle_id bigint, due_on date, rule text, counted_from date,
    years int, parameter_id bigint, status text, submitted_on varchar, source_id bigint
) LANGUAGE plpgsql STABLE ROWS 20 AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE bound AS (
        -- Since when the State is bound, as far as that is known, and from what its later reports are counted.
        SELECT c.instrument_id, i.code,
               coalesce(
                   max(accountability_latest_day(a.done_on)) FILTER (WHERE a.kind = 'entry_into_force'),
                   max(accountability_latest_day(a.done_on))
                       FILTER (WHERE a.kind IN ('ratification', 'accession', 'succession')),
                   max(make_date(t.year, 12, 31))
               ) AS since,
               max(accountability_latest_day(a.done_on)) FILTER (WHERE a.kind = 'denunciation') AS denounced_on,
               coalesce(
                   max(a.source_id) FILTER (WHERE a.kind = 'entry_into_force'),
                   max(a.source_id) FILTER (WHERE a.kind IN ('ratification', 'accession', 'succession')),
                   max(t.source_id)
               ) AS bound_in,
               (SELECT value #>> '{}' FROM programme_parameter
                 WHERE name = 'accountability.counted_from.' || i.code
                 ORDER BY effective_from DESC LIMIT 1) AS counted_from
        FROM (SELECT instrument_id FROM accountability_reportingcycle WHERE state_id = the_state
              UNION SELECT instrument_id FROM accountability_treatystatus
               WHERE state_id = the_state AND standing = 'party'
              UNION SELECT instrument_id FROM accountability_treatyact WHERE state_id = the_state
               AND kind IN ('entry_into_force', 'ratification', 'accession', 'succession')) c
        JOIN accountability_instrument i ON i.id = c.instrument_id
        LEFT JOIN accountability_treatyact a ON a.state_id = the_state AND a.instrument_id = i.id
        LEFT JOIN accountability_treatystatus t ON t.state_id = the_state AND t.instrument_id = i.id
        GROUP BY c.instrument_id, i.code
    ), cycle AS (
        SELECT * FROM accountability_reportingcycle WHERE state_id = the_state
    ), last AS (
        SELECT DISTINCT ON (instrument_id) * FROM cycle ORDER BY instrument_id, serial DESC
    ), every AS (
        SELECT id, id AS cycle_id, instrument_id, serial, due_on AS set_on, submitted_on, dialogue_on,
               concluded_on, list_of_issues_on, replies_on, follow_up_due_on, follow_up_assessed_on, source_id
        FROM cycle
        UNION ALL
        -- What comes after the last report that was handed in or reviewed.
        SELECT -id, NULL, instrument_id, serial + 1, NULL, '', '', '', '', '', NULL, '', source_id
        FROM last WHERE submitted_on <> '' OR dialogue_on <> '' OR concluded_on <> ''
        UNION ALL
        -- The initial report of a party of which none was taken in: the treaty's own rule makes it due.
        SELECT -(the_state * 1000 + b.instrument_id) - 1000000000000, NULL, b.instrument_id, 1, NULL, '', '', '', '', '',
               NULL, '', b.bound_in
        FROM bound b WHERE NOT EXISTS (SELECT FROM cycle WHERE cycle.instrument_id = b.instrument_id)
    ), placed AS (
        SELECT e.*, b.code, b.since, b.denounced_on, row_number() OVER one_after_the_other AS place,
               -- When the report before was reviewed, where that is what is counted from.
               CASE WHEN b.counted_from = 'review' THEN
                   lag(accountability_latest_day(coalesce(nullif(e.concluded_on, ''), nullif(e.dialogue_on, ''))))
                       OVER one_after_the_other END AS review_on
        FROM every e JOIN bound b USING (instrument_id)
        WINDOW one_after_the_other AS (PARTITION BY e.instrument_id ORDER BY e.serial)
    ), chain AS (
        SELECT p.*, CASE WHEN p.serial = 1 THEN p.since END AS anchor, q.value AS period, q.id AS parameter_id,
               coalesce(p.set_on, CASE WHEN p.serial = 1 THEN (p.since + make_interval(years => q.value))::date END)
                   AS due_on
        FROM placed p LEFT JOIN LATERAL (
            SELECT id, value::text::int AS value FROM programme_parameter
            WHERE name = 'accountability.initial_years.' || p.code AND effective_from <= p.since
            ORDER BY effective_from DESC LIMIT 1
        ) q ON true
        WHERE p.place = 1
        UNION ALL
        SELECT p.*, f.anchor, q.value, q.id,
               coalesce(p.set_on, (f.anchor + make_interval(years => q.value))::date)
        FROM chain c JOIN placed p ON p.instrument_id = c.instrument_id AND p.place = c.place + 1
        CROSS JOIN LATERAL (SELECT coalesce(p.review_on, c.due_on) AS anchor) f
        LEFT JOIN LATERAL (
            SELECT id, value::text::int AS value FROM programme_parameter
            WHERE name = 'accountability.periodic_years.' || p.code AND effective_from <= f.anchor
            ORDER BY effective_from DESC LIMIT 1
        ) q ON true
    )
    SELECT chain.id, instrument_id, serial::int AS serial, cycle_id, due_on,
           CASE WHEN set_on IS NOT NULL THEN 'set' WHEN due_on IS NULL THEN 'none' WHEN place = 1 THEN 'initial'
                WHEN review_on IS NOT NULL THEN 'review' ELSE 'due' END AS rule,
           CASE WHEN set_on IS NULL AND due_on IS NOT NULL THEN anchor END AS counted_from,
           CASE WHEN set_on IS NULL AND due_on IS NOT NULL THEN period END AS years,
           CASE WHEN set_on IS NULL AND due_on IS NOT NULL THEN parameter_id END AS parameter_id,
           CASE WHEN follow_up_assessed_on <> '' THEN 'follow_up_assessed'
                WHEN follow_up_due_on IS NOT NULL AND concluded_on <> '' THEN 'follow_up_due'
                WHEN concluded_on <> '' THEN 'concluding_observations'
                WHEN dialogue_on <> '' THEN 'dialogue'
                WHEN submitted_on <> '' AND replies_on <> '' THEN 'replies'
                WHEN submitted_on <> '' AND list_of_issues_on <> '' THEN 'list_of_issues'
                WHEN submitted_on <> '' THEN 'submitted'
                -- Overdue is what a source says that named the report after its day; of the rest nobody knows.
                WHEN due_on < current_date AND cycle_id IS NOT NULL AND source.retrieved_on > due_on THEN 'overdue'
                WHEN due_on < current_date THEN 'not_known'
                ELSE 'due' END AS status,
           submitted_on, source_id
    FROM chain JOIN documents_source source ON source.id = source_id
    WHERE cycle_id IS NOT NULL OR due_on IS NOT NULL AND (denounced_on IS NULL OR denounced_on < since);
END $$;

CREATE VIEW accountability_duereport AS
SELECT report.id, state.state_id, report.instrument_id, report.serial, report.cycle_id, report.due_on, report.rule,
       report.counted_from, report.years, report.parameter_id, report.status, report.submitted_on, report.source_id
FROM (SELECT state_id FROM accountability_reportingcycle
      UNION SELECT state_id FROM accountability_treatystatus WHERE standing = 'party'
      UNION SELECT state_id FROM accountability_treatyact) AS state
CROSS JOIN LATERAL accountability_reports_of(state.state_id) AS report;
