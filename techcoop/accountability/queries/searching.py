"""Search in recommendations: the newest that fit, and of these the best first."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from techcoop.accountability.models import Mechanism, Recommendation
from techcoop.accountability.queries.words import Asked, query_of
from techcoop.atlas.models import State
from techcoop.web.reading import Columns, Together
from techcoop.web.rows import named

# So many of the newest that fit are ranked by how well they fit; who wants older ones narrows the years.
MOST_RANKED = 2_000


@dataclass(frozen=True)
class Found:
    """The recommendations of one page of a search, the best first."""

    rows: list[Recommendation]
    total: int
    there_are_more: bool


def matching(rows: QuerySet[Recommendation], words: str) -> QuerySet[Recommendation]:
    """The recommendations in which the words stand."""
    asked = query_of(words)
    return rows.none() if asked is None else rows.filter(search=asked)


SAID = Together(Columns(Recommendation, "said", without=("search",)), state=State, mechanism=Mechanism)

# All that fits is fetched and put in order: the quickest way as long as it is not much.
AT_ONCE = """
    SELECT * FROM ({rows}) AS one WHERE search @@ {asked} ORDER BY year DESC NULLS LAST, id DESC
"""
# The newest years one after the other, then all that is older, until enough are found: the year is an index
# condition, so that of the many texts that hold a usual word only the newest are fetched. OFFSET 0 keeps the
# years in their order, and what is read from a materialized list is not shared out among several workers.
YEAR_BY_YEAR = """
    WITH years AS MATERIALIZED (
        SELECT (newest.year - back)::smallint AS number FROM generate_series(0, 4) AS back, (
            SELECT year FROM accountability_recommendation WHERE withdrawn_on IS NULL
            ORDER BY year DESC NULLS LAST, id DESC LIMIT 1
        ) AS newest
    )
    (SELECT found.* FROM years, LATERAL (
        SELECT * FROM ({rows}) AS one WHERE search @@ {asked} AND year = years.number
        ORDER BY id DESC OFFSET 0
    ) AS found)
    UNION ALL
    (SELECT * FROM ({rows}) AS one WHERE search @@ {asked} AND year + 0 < (SELECT min(number) FROM years)
     ORDER BY year DESC NULLS LAST, id DESC)
"""
# From so many on, as PostgreSQL estimates them, the years are quicker; what is found is the same. What was
# said to one State is never so much.
MANY = 2 * MOST_RANKED
ESTIMATE = "EXPLAIN (FORMAT JSON) SELECT FROM ({rows}) AS one WHERE search @@ {asked}"
# Texts and names are read for the rows of one page only.
PAGE = f"""
    WITH newest AS ({{newest}} LIMIT %(most)s), best AS (
        SELECT id, year, ts_rank(search, {{asked}}) AS fit, count(*) OVER () AS total FROM newest
        ORDER BY fit DESC, year DESC, id DESC OFFSET %(start)s LIMIT %(size)s
    )
    SELECT best.total, {SAID.sql} FROM best
    JOIN accountability_recommendation AS said ON said.id = best.id
    JOIN atlas_state AS state ON state.id = said.state_id
    JOIN accountability_mechanism AS mechanism ON mechanism.id = said.mechanism_id
    ORDER BY best.fit DESC, best.year DESC, best.id DESC
"""


def _page(rows: QuerySet[Recommendation], asked: Asked, *, shown: dict[str, int], few: bool) -> list[tuple]:
    """The rows of one page, the best first, each behind the number of all that are ranked."""
    narrowed = named(rows.order_by().values("id", "year", "search").query.sql_with_params(), "row")
    words = named((asked.sql, asked.values), "word")
    pieces, values = {"asked": words.sql, "rows": narrowed.sql}, {**narrowed.values, **words.values}
    with connection.cursor() as cursor:
        plan = AT_ONCE if few or not _are_many(cursor, pieces, values) else YEAR_BY_YEAR
        cursor.execute(PAGE.format(newest=plan.format(**pieces), asked=words.sql), {**values, **shown})
        return list(cursor.fetchall())


def _are_many(cursor: Any, pieces: dict[str, str], values: dict[str, Any]) -> bool:
    cursor.execute(ESTIMATE.format(**pieces), values)
    return bool(cursor.fetchone()[0][0]["Plan"]["Plan Rows"] > MANY)


def ranked(
    rows: QuerySet[Recommendation], words: str, *, start: int, size: int, of_one_state: bool = False
) -> Found:
    """One page of what fits, the best first; the newest are looked at first, and their number is capped."""
    asked = query_of(words)
    if asked is None:
        return Found([], 0, there_are_more=False)
    shown = {"most": MOST_RANKED + 1, "start": start, "size": max(0, min(size, MOST_RANKED - start))}
    page = _page(rows, asked, shown=shown, few=of_one_state)
    total = page[0][0] if page else 0
    things = SAID.read(row[1:] for row in page)
    return Found(things, min(total, MOST_RANKED), there_are_more=total > MOST_RANKED)
