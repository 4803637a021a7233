"""The columns of our own lists of facts: how each is headed, what stands there, and how it is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.models import Instrument, Mechanism
from techcoop.atlas.queries import Resolver, resolver
from techcoop.sheets.cells import folded
from techcoop.sheets.errors import Problems

UNKNOWN_STATE = gettext_noop("“%(text)s” means no State that is known here.")
NO_DAY = gettext_noop("“%(text)s” is no day; write it as 2021-03-23, 2021-03 or 2021, from 1948 on.")
NO_WHOLE_DAY = gettext_noop("“%(text)s” is no whole day; write it as 2021-03-23.")
NO_NUMBER = gettext_noop("“%(text)s” is no whole number from %(least)s to %(most)s.")
NO_WORD = gettext_noop("“%(text)s” is none of the words that may stand here: %(words)s.")
NO_INSTRUMENT = gettext_noop("“%(text)s” is none of the eighteen instruments.")
NO_MECHANISM = gettext_noop("“%(text)s” is no mechanism that is known here.")
THE_STATE = "State"
NO_ASSESSOR = gettext_noop("“%(text)s” is no mechanism that is known here, and not “%(state)s”.")
MISSING = gettext_noop("Nothing stands in this column, and without it the row says nothing.")
TOO_LONG = gettext_noop("The text is longer than %(most)s characters.")

PARTS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
FIRST_YEAR, LAST_YEAR = 1948, 2200


@dataclass(frozen=True)
class Lookups:
    """What rows name: States, instruments and mechanisms by every label under which they are known."""

    states: Resolver
    instruments: Mapping[str, Instrument]
    mechanisms: Mapping[str, int]


def look_up() -> Lookups:
    """Everything at once; four queries."""
    return Lookups(
        resolver(),
        {folded(label): one for one in Instrument.objects.all() for label in one.every_label},
        {folded(label): one.pk for one in Mechanism.objects.all() for label in one.every_label},
    )


# From the text of a cell to what is staged; what is wrong is said by an untranslated sentence and its values.
Found = tuple[Any, str, Mapping[str, Any]]
Reader = Callable[[str, Lookups], Found]


@dataclass(frozen=True)
class Cell:
    """One column of a list; a cell that is left empty says that nothing is known."""

    heading: str
    column: str
    says: str | Promise
    sql: str
    reader: Reader
    empty: Any = ""
    needed: bool = False

    @property
    def name(self) -> str:
        """The heading as files are compared by it."""
        return folded(self.heading)

    def read(self, text: str, lookups: Lookups, problems: Problems) -> Any:
        """What is staged; whatever is wrong is added to the problems of the row."""
        if not text:
            if self.needed:
                problems.add(MISSING, column=self.heading)
            return self.empty
        value, wrong, values = self.reader(text, lookups)
        if wrong:
            problems.add(wrong, column=self.heading, text=text[:80], **values)
        return value


def known_day(heading: str, column: str, says: str | Promise = "", *, needed: bool = False) -> Cell:
    """A day as far as it is known."""
    return Cell(heading, column, says or _("day, or year and month, or year only"), "text", _day, "", needed)


def whole_day(heading: str, column: str, *, needed: bool = False) -> Cell:
    """A day that is known wholly."""
    return Cell(heading, column, _("day, such as 2021-03-23"), "date", _whole_day, None, needed)


def number(
    heading: str, column: str, *, least: int = 1, most: int = 999, empty: Any = None, needed: bool = False
) -> Cell:
    """A whole number."""

    def reader(text: str, lookups: Lookups) -> Found:
        good = re.fullmatch(r"\d{1,9}", text) and least <= int(text) <= most
        return (int(text), "", {}) if good else (empty, NO_NUMBER, {"least": least, "most": most})

    says = _("whole number") if empty is None else _("whole number; 1 where it is left empty")
    return Cell(heading, column, says, "integer", reader, empty, needed)


def words(heading: str, column: str, *, most: int = 5000, needed: bool = False) -> Cell:
    """A text."""

    def reader(text: str, lookups: Lookups) -> Found:
        return (text, TOO_LONG, {"most": most}) if len(text) > most else (text, "", {})

    return Cell(heading, column, _("text"), "text", reader, "", needed)


def choice(heading: str, column: str, choices: type[TextChoices]) -> Cell:
    """One of a few words."""
    known = {folded(one.value): one.value for one in choices}
    offered = ", ".join(one.value for one in choices)

    def reader(text: str, lookups: Lookups) -> Found:
        found = known.get(folded(text))
        return (found, "", {}) if found else ("", NO_WORD, {"words": offered})

    return Cell(heading, column, offered, "text", reader, "", needed=True)


def instrument() -> Cell:
    """One of the eighteen instruments."""

    def reader(text: str, lookups: Lookups) -> Found:
        found = lookups.instruments.get(folded(text))
        return (found.pk, "", {}) if found else (None, NO_INSTRUMENT, {})

    says = _("abbreviation or full name of the instrument, such as CAT or CRC-OP-AC")
    return Cell("Instrument", "instrument_id", says, "bigint", reader, None, needed=True)


def mechanism(heading: str) -> Cell:
    """A treaty body, a special procedure or the review."""

    def reader(text: str, lookups: Lookups) -> Found:
        found = lookups.mechanisms.get(folded(text))
        return (found, "", {}) if found else (None, NO_MECHANISM, {})

    says = _("abbreviation or full name of the mechanism, such as CERD or SR Torture")
    return Cell(heading, "mechanism_id", says, "bigint", reader, None, needed=True)


def assessor(heading: str) -> Cell:
    """A mechanism, or the State itself."""

    def reader(text: str, lookups: Lookups) -> Found:
        if folded(text) == folded(THE_STATE):
            return (None, "", {})
        found = lookups.mechanisms.get(folded(text))
        return (found, "", {}) if found else (None, NO_ASSESSOR, {"state": THE_STATE})

    says = _("abbreviation or full name of the mechanism, or “State” where the State itself has assessed it")
    return Cell(heading, "mechanism_id", says, "bigint", reader, None, needed=True)


def state() -> Cell:
    """A State, by any of its names or codes."""

    def reader(text: str, lookups: Lookups) -> Found:
        found = lookups.states.resolve(text)
        return (found.pk, "", {}) if found else (None, UNKNOWN_STATE, {})

    says = _("name of the State in a language of the United Nations, or its code of three letters")
    return Cell("State", "state_id", says, "bigint", reader, None, needed=True)


def as_known_day(text: str) -> str:
    """A day as it is kept, if it is one."""
    found = PARTS.fullmatch(text)
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return ""
    year, month, day = (int(one) if one else 0 for one in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _day(text: str, lookups: Lookups) -> Found:
    found = as_known_day(text)
    return (found, "", {}) if found else ("", NO_DAY, {})


def _whole_day(text: str, lookups: Lookups) -> Found:
    found = as_known_day(text)
    return (date.fromisoformat(found), "", {}) if len(found) == 10 else (None, NO_WHOLE_DAY, {})
