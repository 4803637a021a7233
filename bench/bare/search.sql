-- The best twenty-five of the newest recommendations that hold these words.
WITH newest AS (
    SELECT id, ts_rank(search, question) AS rank, year
      FROM accountability_recommendation, websearch_to_tsquery('english', %(key)s) AS question
     WHERE withdrawn_on IS NULL AND search @@ question
     ORDER BY year DESC NULLS LAST, id DESC LIMIT 2001)
SELECT said.texts ->> 'en', state.names ->> 'en', mechanism.names ->> 'en', said.year, said.upr_cycle,
       said.upr_position, said.symbol, said.paragraph, best.total
  FROM (SELECT id, rank, year, count(*) OVER () AS total FROM newest
         ORDER BY rank DESC, year DESC NULLS LAST, id DESC LIMIT 25) AS best
  JOIN accountability_recommendation AS said USING (id)
  JOIN atlas_state AS state ON state.id = said.state_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = said.mechanism_id
 ORDER BY best.rank DESC, best.year DESC NULLS LAST, best.id DESC
