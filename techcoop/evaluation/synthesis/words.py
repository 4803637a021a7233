"""How a review writes: sentences whose numbers are figures, each with what it counts and where that is."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from techcoop.press.blocks import Figure, Run, Runs

PLACE = re.compile(r"%\((\w+)\)s")
NARROW_SPACE, SPACE = "\u202f", "\u00a0"


@dataclass(frozen=True)
class Counted(Figure):
    """A figure that can be counted again: the records of a list, or a sum over them, with its column."""

    key: str
    value: int | Decimal
    records: int
    column: str = ""


@dataclass(frozen=True)
class Share(Figure):
    """A part of a whole; both stand in the text, and the address opens the records of the whole."""

    key: str
    part: Decimal
    whole: Decimal


@dataclass(frozen=True)
class Where:
    """The records behind a figure: a key for it, what is counted, and the address of the list."""

    key: str
    counts: str
    address: str


def count(value: int, where: Where) -> Counted:
    """How many records the list shows."""
    return Counted(number(value), where.counts, where.address, where.key, value, value)


def total(value: int | Decimal | None, where: Where, *, over: int, column: str = "") -> Run:
    """A sum over so many records, and the column of their list that shows what was summed.

    Where none of these records says a figure, there is no sum, and nought is not one either.
    """
    if value is None:
        return _("Not recorded")
    return Counted(number(value), where.counts, where.address, where.key, value, over, column)


def share(part: Decimal, whole: Decimal, where: Where) -> Share | None:
    """A part of a whole in per cent; nothing where the whole is not known."""
    if not whole:
        return None
    text = spaced(format_percent(Decimal(part) / Decimal(whole), format="#,##0%", locale=locale()))
    return Share(text, where.counts, where.address, where.key, Decimal(part), Decimal(whole))


def locale() -> str:
    """The language in force, as Babel calls it."""
    language = get_language() or "en"
    return "en_GB" if language == "en" else to_locale(language)


def number(value: int | Decimal) -> str:
    """A number as the language writes it; money in whole dollars."""
    return _written(int(Decimal(value).quantize(Decimal(1))), locale())


@lru_cache(maxsize=10_000)
def _written(value: int, language: str) -> str:
    return spaced(format_decimal(value, locale=language))


def day(when: date) -> str:
    """A day as the language writes it."""
    return spaced(format_date(when, format="long", locale=locale()))


def spaced(text: str) -> str:
    """One kind of space that does not break, as on the pages."""
    return text.replace(NARROW_SPACE, SPACE)


def sentence(text: str, **parts: Run | None) -> Runs:
    """A translated sentence with its figures in their places."""
    pieces = PLACE.split(text)
    runs: list[Run] = []
    for place, piece in enumerate(pieces):
        run = parts[piece] if place % 2 else piece.replace("%%", "%")
        if run is not None and run != "":
            runs.append(run)
    return tuple(runs)
