"""Search in recommendations: words, “quoted phrases”, OR, -not, in the reader's language and in English."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import get_language

from techcoop.accountability.models import DICTIONARIES, NEWEST_FIRST, Recommendation

# So many of the newest that fit are ranked by how well they fit; who wants older ones narrows the years.
MOST_RANKED = 2_000
TOKENS = re.compile(r'(?P<not>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
OR = {"OR", "OU", "О", "ИЛИ", "أو", "或", "|"}


@dataclass(frozen=True)
class Alternative:
    """What a text must hold, and what it must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """The recommendations of one page of a search, the best first."""

    rows: list[Recommendation]
    total: int
    there_are_more: bool


def understood(words: str) -> list[Alternative]:
    """What was typed, as alternatives of which one must hold."""
    alternatives: list[tuple[list[str], list[str]]] = [([], [])]
    for token in TOKENS.finditer(words.replace("“", '"').replace("”", '"').replace("„", '"')):
        text = token["phrase"] if token["phrase"] is not None else token["word"]
        if token["word"] in OR and not token["not"]:
            alternatives.append(([], []))
        elif any(map(str.isalnum, text)):
            alternatives[-1][1 if token["not"] else 0].append(text)
    return [Alternative(tuple(one), tuple(no)) for one, no in alternatives if one or no]


def dictionaries() -> tuple[str, ...]:
    """The dictionary of the reader's language, and the English one: most texts are in English only."""
    own = DICTIONARIES.get(get_language() or "en", "english")
    return tuple(dict.fromkeys((own, "english")))


def _phrase(text: str, dictionary: str) -> SearchQuery:
    return SearchQuery(text, config=dictionary, search_type="phrase")


def _asked(one: Alternative) -> Any:
    """Each language as a whole, so that a word that one of them passes over is not asked of its texts."""
    parts = []
    if one.wanted:
        by_language = [
            reduce(and_, [_phrase(text, dictionary) for text in one.wanted]) for dictionary in dictionaries()
        ]
        parts.append(reduce(or_, by_language))
    parts += [~_phrase(text, dictionary) for text in one.unwanted for dictionary in dictionaries()]
    return reduce(and_, parts)


def query_of(words: str) -> Any:
    """The question as PostgreSQL understands it; nothing where no word was typed."""
    alternatives = understood(words)
    return reduce(or_, map(_asked, alternatives)) if alternatives else None


def matching(rows: QuerySet[Recommendation], words: str) -> QuerySet[Recommendation]:
    """The recommendations in which the words stand."""
    asked = query_of(words)
    return rows.none() if asked is None else rows.filter(search=asked)


def newest_matching(rows: QuerySet[Recommendation], words: str) -> QuerySet[Recommendation]:
    """As many of the newest in which the words stand as are ranked."""
    newest = matching(rows, words).order_by(*NEWEST_FIRST).values("pk")[:MOST_RANKED]
    return rows.filter(pk__in=newest)


# The newest years one after the other, then all that is older, until enough are found: the year is an index
# condition, so that of the many texts that hold a usual word only the newest are fetched. OFFSET 0 keeps the
# years in their order, and what is read from a materialized list is not shared out among several workers.
NEWEST_YEARS = """
    WITH years AS MATERIALIZED (
        SELECT (newest.year - back)::smallint AS number FROM generate_series(0, 4) AS back, (
            SELECT year FROM accountability_recommendation WHERE withdrawn_on IS NULL
            ORDER BY year DESC NULLS LAST, id DESC LIMIT 1
        ) AS newest
    )
    (SELECT found.* FROM years, LATERAL (
        SELECT * FROM ({rows}) AS one WHERE search @@ {asked} AND year = years.number OFFSET 0
    ) AS found)
    UNION ALL
    (SELECT * FROM ({rows}) AS one WHERE search @@ {asked} AND year + 0 < (SELECT min(number) FROM years)
     ORDER BY year DESC NULLS LAST, id DESC)
"""
# A State has some thousand at most: what fits of them is fetched at once and put in order.
ONE_STATE = """
    SELECT * FROM ({rows}) AS one WHERE search @@ {asked} ORDER BY year DESC NULLS LAST, id DESC
"""
BEST = """
    SELECT id, count(*) OVER () FROM ({newest} LIMIT %(most)s) AS newest
    ORDER BY ts_rank(search, {asked}) DESC, year DESC, id DESC OFFSET %(start)s LIMIT %(size)s
"""


def _best(rows: QuerySet[Recommendation], asked: Any, *, start: int, size: int, plan: str) -> list[tuple]:
    """The keys of one page, the best first, each with the number of all that are ranked."""
    narrowed = _named(rows.order_by().values("id", "year", "search").query.sql_with_params(), "row")
    compiler = rows.query.get_compiler(connection=connection)
    words = _named(compiler.compile(asked.resolve_expression(rows.query)), "word")
    newest = plan.format(asked=words.sql, rows=narrowed.sql)
    shown = {"most": MOST_RANKED + 1, "start": start, "size": max(0, min(size, MOST_RANKED - start))}
    with connection.cursor() as cursor:
        best = BEST.format(newest=newest, asked=words.sql)
        cursor.execute(best, {**narrowed.values, **words.values, **shown})
        return cursor.fetchall()


@dataclass(frozen=True)
class Named:
    """A piece of SQL that can stand in several places, its values by name."""

    sql: str
    values: dict[str, Any]


def _named(compiled: tuple[str, Any], name: str) -> Named:
    sql, params = compiled
    values = {f"{name}{place}": value for place, value in enumerate(params)}
    return Named(sql % tuple(f"%({key})s" for key in values), values)


def ranked(
    rows: QuerySet[Recommendation], words: str, *, start: int, size: int, of_one_state: bool = False
) -> Found:
    """One page of what fits, the best first; the newest are looked at first, and their number is capped."""
    asked = query_of(words)
    if asked is None:
        return Found([], 0, there_are_more=False)
    page = _best(rows, asked, start=start, size=size, plan=ONE_STATE if of_one_state else NEWEST_YEARS)
    total = page[0][1] if page else 0
    there = {one.pk: one for one in rows.filter(pk__in=[pk for pk, _total in page])}
    return Found(
        [there[pk] for pk, _total in page], min(total, MOST_RANKED), there_are_more=total > MOST_RANKED
    )
