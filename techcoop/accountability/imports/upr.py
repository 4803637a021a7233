"""Recommendations of the universal periodic review, as others have exported or transcribed them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_noop

from techcoop.accountability.imports.rows import POOLED, Lookups, Staged, in_one_language
from techcoop.accountability.imports.sessions import cycle_of, cycle_of_year, year_of
from techcoop.accountability.imports.texts import (
    key_of,
    names_in,
    plain,
    without_number,
    without_states,
)
from techcoop.accountability.models import Position, RecommendationKind
from techcoop.sheets.cells import folded
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context
from techcoop.sheets.reading import Record

NO_TEXT = gettext_noop("The row has no text.")
NO_RESPONSE = gettext_noop("“%(text)s” is no position that a State takes to a recommendation.")
NO_SESSION = gettext_noop("“%(text)s” is no session of the review.")
NO_YEAR = gettext_noop("“%(text)s” is no year of the review.")

PLEDGE = "voluntarypledge"
RESPONSES = {
    "accepted": Position.SUPPORTED,
    "supported": Position.SUPPORTED,
    "support": Position.SUPPORTED,
    # “Enjoys the support of the State, which considers it implemented or being implemented.”
    "implemented": Position.SUPPORTED,
    "implement": Position.SUPPORTED,
    "noted": Position.NOTED,
    "rejected": Position.NOTED,
    "reject": Position.NOTED,
    "pending": Position.PENDING,
    "consider": Position.PENDING,
    "unknown": "",
    PLEDGE: "",
}
# What sources write when they themselves do not know who recommended.
NOBODY_NAMED = frozenset({"", "na", "unknown"})


def position_of(text: str, problems: Problems, column: str) -> str:
    """The position of the State."""
    found = RESPONSES.get(folded(text))
    if found is None:
        problems.add(NO_RESPONSE, column=column, text=text[:60])
    return str(found or "")


def session_of(text: str, problems: Problems, column: str) -> int | None:
    """The session of the review."""
    if text.isdecimal() and cycle_of(int(text)):
        return int(text)
    problems.add(NO_SESSION, column=column, text=text[:40])
    return None


def recommending(text: str, lookups: Lookups, problems: Problems, column: str) -> list[int]:
    """The States that recommend, where the source names any."""
    text = plain(text).strip(" ;.")
    if folded(text) in NOBODY_NAMED:
        return []
    return lookups.state_ids(names_in(text, lookups.is_state), problems, column)


def upr_key(state: str, *, cycle: int | None, year: int | None, kind: str, text: str) -> str:
    """One text to one State in one cycle is one recommendation, whoever copied it; a cycle has one review."""
    return key_of("upr", state, cycle or f"year {year}", kind, text)


def export_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of an export of UPR Info, in either set of headings."""
    lookups: Lookups = context.lookups
    problems = Problems()
    text = plain(record.text("text") or record.text("recommendation"))
    if not text:
        problems.add(NO_TEXT, column="Text")
    states = lookups.state_ids([plain(record.text("to") or record.text("sur"))], problems, "To")
    by = recommending(record.text("from") or record.text("rs"), lookups, problems, "From")
    response = record.text("response")
    position = position_of(response, problems, "Response")
    session = session_of(record.text("session"), problems, "Session")
    problems.refuse()
    assert session
    is_pledge = folded(response) == PLEDGE
    kind = RecommendationKind.PLEDGE if is_pledge else RecommendationKind.RECOMMENDATION
    labels = [one.strip() for one in plain(record.text("issue")).split(",") if one.strip()]
    themes, new = lookups.theme_ids("upr-info", labels)
    cycle = cycle_of(session)
    yield Staged(
        mode=POOLED,
        source_key=upr_key(lookups.code(states[0]), cycle=cycle, year=None, kind=kind, text=text),
        state_id=states[0],
        mechanism_id=lookups.mechanisms["upr"],
        kind=kind.value,
        texts=in_one_language(context.origin.language, text),
        year=year_of(session),
        upr_cycle=cycle,
        upr_session=session,
        upr_position=position,
        recommending_state_ids=[] if is_pledge else by,
        theme_ids=themes,
        new_themes=new,
    )


def year_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of a list by year: one text and one of the States that recommend it."""
    lookups: Lookups = context.lookups
    problems = Problems()
    paragraph, text = without_number(plain(record.text("text")))
    text = without_states(text, lookups.is_state).text
    if not text:
        problems.add(NO_TEXT, column="text")
    states = lookups.state_ids([plain(record.text("to"))], problems, "to")
    by = recommending(record.text("from"), lookups, problems, "From")
    position = position_of(record.text("decision"), problems, "decision")
    year = record.text("year")
    if not (year.isdecimal() and 2008 <= int(year) <= 2100):
        problems.add(NO_YEAR, column="year", text=year[:40])
    problems.refuse()
    kind = RecommendationKind.RECOMMENDATION
    cycle = cycle_of_year(int(year))
    yield Staged(
        mode=POOLED,
        source_key=upr_key(lookups.code(states[0]), cycle=cycle, year=int(year), kind=kind, text=text),
        state_id=states[0],
        mechanism_id=lookups.mechanisms["upr"],
        kind=kind.value,
        texts=in_one_language(context.origin.language, text),
        paragraph=paragraph,
        year=int(year),
        upr_cycle=cycle,
        upr_position=position,
        recommending_state_ids=by,
    )
