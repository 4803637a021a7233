"""Search in recommendations: the newest that fit, and of these the best first."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import get_language

from techcoop.accountability.models import Mechanism, Recommendation
from techcoop.accountability.queries.facts import every_mechanism
from techcoop.accountability.queries.words import Asked, query_of
from techcoop.web.rows import conditions_of, named

# So many of the newest that fit are ranked by how well they fit; who wants older ones narrows the years.
MOST_RANKED = 1_000


class Line(NamedTuple):
    """What a list prints of a recommendation, called as there."""

    pk: int
    text: str
    state_name: str
    mechanism: Mechanism
    year: int
    upr_cycle: int | None
    upr_position: str
    reference: str


@dataclass(frozen=True)
class Found:
    """The recommendations of one page of a search, the best first."""

    rows: list[Line]
    total: int
    there_are_more: bool


def matching(rows: QuerySet[Recommendation], words: str) -> QuerySet[Recommendation]:
    """The recommendations in which the words stand."""
    asked = query_of(words)
    return rows.none() if asked is None else rows.filter(search=asked)


# All that fits is fetched and put in order: the quickest way as long as it is not much.
AT_ONCE = "SELECT id, year, search FROM {fitting} ORDER BY year DESC NULLS LAST, id DESC"
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
        SELECT id, year, search FROM {fitting} AND year = years.number ORDER BY id DESC OFFSET 0
    ) AS found)
    UNION ALL
    (SELECT id, year, search FROM {fitting} AND year + 0 < (SELECT min(number) FROM years)
     ORDER BY year DESC NULLS LAST, id DESC)
"""
# From so many on, as PostgreSQL estimates them, the years are quicker; what is found is the same. What was
# said to one State is never so much.
MANY = 2 * MOST_RANKED
ESTIMATE = "EXPLAIN (FORMAT JSON) SELECT FROM {fitting}"
# Texts and names are read for the lines of one page only, in the reader's language where they have it.
IN_LANGUAGE = "coalesce(nullif({0} ->> %(language)s, ''), {0} ->> 'en', {1})"
PAGE = f"""
    WITH newest AS ({{newest}} LIMIT %(most)s), best AS (
        SELECT id, year, ts_rank(search, {{asked}}) AS fit, count(*) OVER () AS total FROM newest
        ORDER BY fit DESC, year DESC, id DESC OFFSET %(start)s LIMIT %(size)s
    )
    SELECT best.total, best.id,
           {IN_LANGUAGE.format("texts", "(SELECT value FROM jsonb_each_text(texts) LIMIT 1), ''")},
           {IN_LANGUAGE.format("state.names", "''")}, mechanism_id, best.year, upr_cycle, upr_position,
           concat_ws(' ', nullif(symbol, ''), nullif(paragraph, ''))
    FROM best
    JOIN accountability_recommendation AS said ON said.id = best.id
    JOIN atlas_state AS state ON state.id = said.state_id
    ORDER BY best.fit DESC, best.year DESC, best.id DESC
"""


def _page(rows: QuerySet[Recommendation], asked: Asked, *, shown: dict[str, Any], few: bool) -> list[tuple]:
    """The lines of one page, the best first, each behind the number of all that are ranked."""
    narrowed, words = conditions_of(rows, "row"), named((asked.sql, asked.values), "word")
    fitting = f"accountability_recommendation WHERE {narrowed.sql} AND search @@ {words.sql}"
    values = {**narrowed.values, **words.values, **shown}
    with connection.cursor() as cursor:
        newest = AT_ONCE if few or not _are_many(cursor, fitting, values) else YEAR_BY_YEAR
        cursor.execute(PAGE.format(newest=newest.format(fitting=fitting), asked=words.sql), values)
        return list(cursor.fetchall())


def _are_many(cursor: Any, fitting: str, values: dict[str, Any]) -> bool:
    cursor.execute(ESTIMATE.format(fitting=fitting), values)
    return bool(cursor.fetchone()[0][0]["Plan"]["Plan Rows"] > MANY)


def ranked(
    rows: QuerySet[Recommendation], words: str, *, start: int, size: int, of_one_state: bool = False
) -> Found:
    """One page of what fits, the best first; the newest are looked at first, and their number is capped."""
    asked = query_of(words)
    if asked is None:
        return Found([], 0, there_are_more=False)
    shown = {"start": start, "size": max(0, min(size, MOST_RANKED - start)), "most": MOST_RANKED + 1}
    page = _page(rows, asked, shown={**shown, "language": get_language() or "en"}, few=of_one_state)
    mechanisms = {one.pk: one for one in every_mechanism()}
    lines = [
        Line(key, text, state, mechanisms[mechanism], *more)
        for _total, key, text, state, mechanism, *more in page
    ]
    total = page[0][0] if page else 0
    return Found(lines, min(total, MOST_RANKED), there_are_more=total > MOST_RANKED)
