"""Thematic lists of recommendations as OHCHR issues them: a table in Word, the State in the page header."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_noop

from techcoop.accountability.imports.rows import POOLED, Lookups, Staged, in_one_language
from techcoop.accountability.imports.sessions import cycle_of, year_of
from techcoop.accountability.imports.texts import plain, states_named, without_number, without_states
from techcoop.accountability.imports.uhri import targets_of
from techcoop.accountability.imports.upr import NO_TEXT, position_of, session_of, upr_key
from techcoop.accountability.models import RecommendationKind
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context
from techcoop.sheets.reading import Record

NO_PARAGRAPH = gettext_noop("The recommendation does not begin with its number.")
NO_HEADER = gettext_noop(
    "Neither the page header “%(text)s” nor the options say which State and which session the list is of."
)

HEADER = re.compile(
    r"UPR of\s+(?P<state>.+?)\s*\(.*?(?P<session>\d+)\s*(?:st|nd|rd|th)\s+session", re.I | re.S
)
SOURCE = re.compile(r"^\s*Source of position\s*:\s*(?P<symbol>[A-Z]+(?:/[A-Z0-9.\-]+)+)", re.I)
CODED = re.compile(r"[A-H]\d{1,3}\s")


def review_of(record: Record, context: Context, problems: Problems) -> tuple[int | None, int | None]:
    """The State and the session of the list, from the options or the header of its pages."""
    options, lookups = context.origin.options, context.lookups
    header = record.text("pageheader")
    found = HEADER.search(header)
    state = options.get("state") or (found["state"] if found else "")
    session = options.get("session") or (found["session"] if found else "")
    if not state or not session:
        problems.add(NO_HEADER, text=header[:120])
        return None, None
    states = lookups.state_ids([state], problems, "Page header")
    return (states[0] if states else None), session_of(session, problems, "Page header")


def parts_of(cell: str) -> dict[str, list[str]]:
    """The cell of themes, which also holds the goals and the groups of persons."""
    parts: dict[str, list[str]] = {"themes": [], "sdgs": [], "affected persons": []}
    current = "themes"
    for line in cell.splitlines():
        told = line.strip().removeprefix("- ").strip()
        if told.lower().rstrip(" :") in parts:
            current = told.lower().rstrip(" :")
        elif told:
            parts[current].append(told[:200])
    return parts


def taxonomy_of(labels: list[str]) -> str:
    """Lists before 2019 have the index's older labels, with codes in front."""
    return "uhri-coded" if any(map(CODED.match, labels)) else "uhri"


def recommendation_of(cell: str) -> tuple[str, str]:
    """The recommendation and the symbol of the document in which the State took its position."""
    lines = plain(cell).splitlines()
    symbols = [found["symbol"] for line in lines if (found := SOURCE.match(line))]
    text = " ".join(line for line in lines if not line.lower().startswith("source of position"))
    return text.strip(), symbols[0][:80] if symbols else ""


def list_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A row of a thematic list."""
    lookups: Lookups = context.lookups
    problems = Problems()
    state_id, session = review_of(record, context, problems)
    text, symbol = recommendation_of(record.text("recommendation"))
    paragraph, text = without_number(text)
    if not paragraph:
        problems.add(NO_PARAGRAPH, column="Recommendation")
    by = lookups.state_ids(states_named(text, lookups.is_state), problems, "Recommendation")
    text = without_states(text, lookups.is_state).text
    if not text:
        problems.add(NO_TEXT, column="Recommendation")
    position = position_of(record.text("position"), problems, "Position")
    problems.refuse()
    assert state_id
    assert session
    kind = RecommendationKind.RECOMMENDATION.value
    parts = parts_of(str(record.cells.get("fulllistofthemes") or ""))
    themes, new = lookups.theme_ids(taxonomy_of(parts["themes"]), parts["themes"])
    cycle = cycle_of(session)
    yield Staged(
        mode=POOLED,
        source_key=upr_key(lookups.code(state_id), cycle=cycle, year=None, kind=kind, text=text),
        state_id=state_id,
        mechanism_id=lookups.mechanisms["upr"],
        kind=kind,
        texts=in_one_language(context.origin.language, text),
        symbol=symbol,
        paragraph=paragraph,
        year=year_of(session),
        upr_cycle=cycle,
        upr_session=session,
        upr_position=position,
        recommending_state_ids=by,
        theme_ids=themes,
        affected_groups=sorted(set(parts["affected persons"])),
        sdg_targets=targets_of(parts["sdgs"]),
        new_themes=new,
    )
