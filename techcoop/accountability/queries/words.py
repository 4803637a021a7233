"""What was typed: words, “quoted phrases”, OR, -not, asked in the reader's language and in English."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.utils.translation import get_language

from techcoop.accountability.models import DICTIONARIES

TOKENS = re.compile(r'(?P<not>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
OR = {"OR", "OU", "О", "ИЛИ", "أو", "或", "|"}


@dataclass(frozen=True)
class Alternative:
    """What a text must hold, and what it must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


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


class Asked(SearchQuery):
    """The question as PostgreSQL understands it, written once."""

    def __init__(self, sql: str, values: Sequence[str]) -> None:
        super().__init__("")
        self.sql, self.values = sql, values

    def as_sql(self, compiler: Any, connection: Any, *_form: Any, **_more: Any) -> tuple[str, Any]:
        """The same wherever it stands."""
        return self.sql, list(self.values)


PHRASE = "phraseto_tsquery(%s::regconfig, %s)"


def _asked(one: Alternative) -> tuple[str, list[str]]:
    """Each language as a whole, so that a word that one of them passes over is not asked of its texts."""
    values: list[str] = []
    wanted, unwanted = [], []
    for dictionary in dictionaries():
        values += (value for text in one.wanted for value in (dictionary, text))
        wanted.append(f"({' && '.join([PHRASE] * len(one.wanted))})")
    for text in one.unwanted:
        values += (value for dictionary in dictionaries() for value in (dictionary, text))
        unwanted += [f"!!{PHRASE}"] * len(dictionaries())
    parts = [f"({' || '.join(wanted)})"] if one.wanted else []
    return f"({' && '.join([*parts, *unwanted])})", values


def query_of(words: str) -> Asked | None:
    """The question as PostgreSQL understands it; nothing where no word was typed."""
    asked = [_asked(one) for one in understood(words)]
    values = [value for _sql, one in asked for value in one]
    return Asked(f"({' || '.join(sql for sql, _values in asked)})", values) if asked else None
