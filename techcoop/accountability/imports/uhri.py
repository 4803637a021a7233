"""The export of the Universal Human Rights Index, as JSON or as a workbook with its misspelt headings."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext_noop

from techcoop.accountability.imports.rows import FULL, WHOLE, WORDS, Lookups, Staged, in_one_language
from techcoop.accountability.imports.sessions import cycle_of, year_of
from techcoop.accountability.imports.texts import items, paragraph_of, plain, without_number
from techcoop.accountability.imports.upr import NO_TEXT, position_of
from techcoop.accountability.models import RecommendationKind
from techcoop.sheets.cells import folded
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context
from techcoop.sheets.reading import Record

NO_KEY = gettext_noop("The record has no annotation number.")
NO_STATE = gettext_noop("The record names no State.")
NO_DAY = gettext_noop("“%(text)s” is no day that can be read.")
NO_KIND = gettext_noop("“%(text)s” is no kind of text that is known here.")

HEADINGS = {
    "key": ("annotationid", "ohchrannotationid"),
    "text": ("text",),
    "countries": ("countries", "countriesconcerned"),
    "body": ("body", "reccomendingbody", "recommendingbody"),
    "symbol": ("symbol", "documentsymbol"),
    "themes": ("themes",),
    "groups": ("affectedpersons",),
    "goals": ("sdgs",),
    "day": ("publicationdate", "documentpublicationdate"),
    "type": ("annotationtype", "type"),
    "by": ("uprrecommendingcountry", "uprreccomendingstates", "uprrecommendingstates"),
    "position": ("uprposition",),
    "session": ("uprsession",),
    "cycle": ("uprcycle",),
}
NO_YEAR = gettext_noop("The record has neither a day nor a session: it stands in no year.")

KINDS = {
    "recommendations": RecommendationKind.RECOMMENDATION,
    "recommendation": RecommendationKind.RECOMMENDATION,
    "concernsobservations": RecommendationKind.CONCERN,
    "concerns": RecommendationKind.CONCERN,
    "observations": RecommendationKind.CONCERN,
}
TAXONOMY = "uhri"
TARGET = re.compile(r"(\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?)(?![\w.])")
FIRST_DAY_OF_EXCEL = date(1899, 12, 30)
SERIAL = re.compile(r"\d{4,6}(\.\d+)?")
FIRST_NUMBER = re.compile(r"\d{1,2}")


def cell_of(record: Record, what: str) -> Any:
    """The cell, under whichever heading it stands."""
    for heading in HEADINGS[what]:
        if cell := record.cells.get(heading):
            return cell
    return None


def text_of(record: Record, what: str) -> str:
    """The first member of a cell, as text."""
    cell = cell_of(record, what)
    found = items(cell) if cell else ()
    return found[0] if found else ""


def day_of(cell: Any, problems: Problems) -> date | None:
    """The day of publication: a date, an ISO day, or the days that Excel counts."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell or "").strip().removeprefix("- ")
    try:
        if not text or SERIAL.fullmatch(text):
            return FIRST_DAY_OF_EXCEL + timedelta(int(float(text))) if text else None
        return date.fromisoformat(text[:10])
    except (ValueError, OverflowError):
        problems.add(NO_DAY, column="Publication date", text=text[:40])
        return None


def kind_of(text: str, problems: Problems) -> RecommendationKind | None:
    """Whether the text recommends or is concerned."""
    found = KINDS.get(folded(text))
    if found is None:
        problems.add(NO_KIND, column="Type", text=text[:60])
    return found


def targets_of(labels: Iterable[str]) -> list[str]:
    """Goals and targets in their order: 16.9 before 16.10, letters last."""
    found = {match.group(1) for label in labels if (match := TARGET.match(label))}
    return sorted(found, key=_place_of_target)


def _place_of_target(target: str) -> tuple[int, bool, int, str]:
    goal, _dot, rest = target.partition(".")
    return int(goal), rest.isalpha(), int(rest) if rest.isdecimal() else 0, rest


def first_number(text: str) -> int | None:
    """The number of a session or cycle in whatever words."""
    found = FIRST_NUMBER.search(text)
    return int(found.group()) if found else None


def index_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A record of the index: one row for each State that it concerns."""
    problems = Problems()
    key = text_of(record, "key").lower()
    if not key:
        problems.add(NO_KEY, column="AnnotationId")
    text = plain(str(cell_of(record, "text") or ""))
    if not text:
        problems.add(NO_TEXT, column="Text")
    names = items(cell_of(record, "countries"))
    if not names:
        problems.add(NO_STATE, column="Countries")
    states = context.lookups.state_ids(names, problems, "Countries")
    if context.origin.language == "en":
        one = _whole(record, context, text=text, problems=problems)
    else:
        problems.refuse()
        _number, words = without_number(text)
        one = Staged(WORDS, "", 0, texts=in_one_language(context.origin.language, words))
    for state_id in states:
        yield one._replace(source_key=key, state_id=state_id)
        one = one._replace(new_themes=None)


def _whole(record: Record, context: Context, *, text: str, problems: Problems) -> Staged:
    """Everything that the index says of a text."""
    lookups: Lookups = context.lookups
    mechanism_id = lookups.mechanism_id(text_of(record, "body"), problems, "Body")
    kind = kind_of(text_of(record, "type"), problems)
    published_on = day_of(cell_of(record, "day"), problems)
    review = _review(
        record, lookups, text=text, problems=problems, is_review=mechanism_id == lookups.mechanisms["upr"]
    )
    review.setdefault("year", published_on.year if published_on else None)
    if not review["year"]:
        problems.add(NO_YEAR, column="Publication date")
    problems.refuse()
    assert kind
    themes, new = lookups.theme_ids(TAXONOMY, items(cell_of(record, "themes")))
    return Staged(
        mode=FULL if context.origin.options.get("withdraw_missing") else WHOLE,
        source_key="",
        state_id=0,
        mechanism_id=mechanism_id,
        kind=kind.value,
        symbol=text_of(record, "symbol")[:80],
        published_on=published_on,
        theme_ids=themes,
        affected_groups=sorted({one[:200] for one in items(cell_of(record, "groups"))}),
        sdg_targets=targets_of(items(cell_of(record, "goals"))),
        new_themes=new,
        **{"texts": in_one_language("en", text), **review},
    )


def _review(
    record: Record, lookups: Lookups, *, text: str, problems: Problems, is_review: bool
) -> dict[str, Any]:
    """What belongs to the universal periodic review alone; of others the number of the paragraph."""
    if not is_review:
        return {"paragraph": paragraph_of(text)}
    said: dict[str, Any] = {}
    if position := text_of(record, "position"):
        said["upr_position"] = position_of(position, problems, "UPR Position")
    named = items(cell_of(record, "by"))
    said["recommending_state_ids"] = lookups.state_ids(named, problems, "UPR recommending States")
    session = first_number(text_of(record, "session"))
    said["upr_session"] = session
    said["upr_cycle"] = first_number(text_of(record, "cycle")) or (cycle_of(session) if session else None)
    if session and (year := year_of(session)):
        said["year"] = year
    said["paragraph"], bare = without_number(text)
    said["texts"] = in_one_language("en", bare)
    return said
