"""Search in recommendations: words, “quoted phrases”, OR, -not, in the reader's language and in English."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Count, F, QuerySet, Value, Window
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


def ranked(rows: QuerySet[Recommendation], words: str, *, start: int, size: int) -> Found:
    """One page of what fits, the best first; the newest are looked at first, and their number is capped."""
    asked = query_of(words)
    if asked is None:
        return Found([], 0, there_are_more=False)
    newest = rows.filter(search=asked).order_by(*NEWEST_FIRST).values("pk")[: MOST_RANKED + 1]
    best = (
        Recommendation.objects.filter(pk__in=newest)
        .annotate(rank=SearchRank(F("search"), asked), total=Window(Count(Value(1))))
        .order_by(F("rank").desc(), *NEWEST_FIRST)
    )
    page = list(best.values_list("pk", "total")[start : min(start + size, MOST_RANKED)])
    total = page[0][1] if page else 0
    there = {one.pk: one for one in rows.filter(pk__in=[pk for pk, _total in page])}
    return Found(
        [there[pk] for pk, _total in page], min(total, MOST_RANKED), there_are_more=total > MOST_RANKED
    )
