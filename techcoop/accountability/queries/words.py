"""What was typed, as PostgreSQL understands it: asked in the reader's language and in English."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.utils.translation import get_language

from techcoop.accountability.models import DICTIONARIES
from techcoop.accountability.queries.typed import SYMBOL, Alternative, understood

# Chinese is written without spaces: it is indexed, and asked, by each two characters that stand together.
CHINESE = re.compile(r"([\u3400-\u9fff]+)")


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
BEGINNING = "(to_tsquery(%s::regconfig, %s) || to_tsquery('simple', %s))"
DOCUMENT = "%s::tsquery"
Piece = tuple[str, list[str]]


def _term(text: str, dictionary: str) -> Piece:
    """One thing that was typed: a symbol, the beginning of a word, Chinese, or words in their order."""
    if document := SYMBOL.fullmatch(text):
        return DOCUMENT, [_document(document["symbol"], document["paragraph"])]
    if text.endswith("*"):
        beginning = _beginning(text)
        return BEGINNING, [dictionary, beginning, beginning]
    if CHINESE.search(text):
        return _chinese(text, dictionary)
    return PHRASE, [dictionary, text]


def _beginning(text: str) -> str:
    return f"{_quoted(text.rstrip('*'))}:*"


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("\\", "").replace("'", "''"))


def _document(symbol: str, paragraph: str | None) -> str:
    """The symbol, and the paragraph."""
    symbol = symbol.upper()
    asked = _beginning(symbol) if symbol.endswith("*") else _quoted(symbol)
    return f"{asked} & {_quoted('§' + paragraph)}" if paragraph else asked


def _chinese(text: str, dictionary: str) -> Piece:
    """Characters that stand together, two by two in their order; other letters beside them as words."""
    pieces = []
    for part in filter(lambda one: any(map(str.isalnum, one)), CHINESE.split(text)):
        if not CHINESE.match(part):
            pieces.append((PHRASE, ["simple", part]))
        elif len(part) == 1:
            pieces.append(("to_tsquery('simple', %s)", [f"{_quoted(part)}:*"]))
        else:
            pairs = " ".join(part[place : place + 2] for place in range(len(part) - 1))
            pieces.append((PHRASE, ["simple", pairs]))
    return f"({' && '.join(sql for sql, _values in pieces)})", [one for _sql, each in pieces for one in each]


def _asked(one: Alternative) -> Piece:
    """Each language as a whole, so that a word that one of them passes over is not asked of its texts."""
    values: list[str] = []
    wanted, unwanted = [], []
    for dictionary in dictionaries():
        terms = [_term(text, dictionary) for text in one.wanted]
        values += (value for _sql, each in terms for value in each)
        wanted.append(f"({' && '.join(sql for sql, _values in terms)})")
    for text in one.unwanted:
        for sql, each in (_term(text, dictionary) for dictionary in dictionaries()):
            values += each
            unwanted.append(f"!!{sql}")
    parts = [f"({' || '.join(wanted)})"] if one.wanted else []
    return f"({' && '.join([*parts, *unwanted])})", values


def query_of(words: str) -> Asked | None:
    """The question as PostgreSQL understands it; nothing where no word was typed."""
    asked = [_asked(one) for one in understood(words).alternatives]
    values = [value for _sql, one in asked for value in one]
    return Asked(f"({' || '.join(sql for sql, _values in asked)})", values) if asked else None


def are_too_common(words: str) -> bool:
    """Whether the dictionaries pass over everything that was typed; one query."""
    asked = query_of(words)
    if asked is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT numnode({asked.sql}) = 0", asked.values)
        return bool(cursor.fetchone()[0])
