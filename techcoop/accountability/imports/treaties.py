"""The status of ratification of the eighteen instruments, one file for an instrument or one for all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports.account import OLDER_MAY_STAND, AccountKind
from techcoop.accountability.imports.writing import SAY_THAT_IT_IS_DONE
from techcoop.accountability.models import Instrument, TreatyStanding, TreatyStatus
from techcoop.atlas.models import State
from techcoop.atlas.queries import Resolver, resolver
from techcoop.sheets.cells import folded
from techcoop.sheets.comparing import comparison_sql, reason_sql
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context, Option, Origin, Shape
from techcoop.sheets.reading import Record

UNKNOWN_STATE = gettext_noop("“%(text)s” means no State that is known here.")
TWO_STATES = gettext_noop("The name says “%(name)s”, the code “%(code)s”: these are two States.")
NO_INSTRUMENT = gettext_noop(
    "Which instrument is meant? Neither a column, nor the option, nor the name of the file “%(text)s” says."
)
UNCLEAR_STANDING = gettext_noop("The columns contradict each other: %(columns)s.")
NO_YEAR = gettext_noop("“%(text)s” is no year of ratification.")
WAS_PARTY = gettext_noop("The State was known as a party until now; treaties are rarely denounced.")
FEWER = gettext_noop("The file names %(count)s States parties; %(known)s were parties in January 2016.")

# Parties in January 2016; but for the rare denunciation these numbers only grow.
KNOWN_PARTIES = {
    "ICERD": 177,
    "ICCPR": 168,
    "ICESCR": 164,
    "CAT": 158,
    "OPCAT": 80,
    "CEDAW": 189,
    "CRC": 196,
    "CRC-OP-SC": 171,
    "CRC-OP-AC": 162,
    "ICMW": 48,
    "CRPD": 160,
    "CED": 51,
}
STANDINGS = {
    "stateparty": TreatyStanding.PARTY,
    "party": TreatyStanding.PARTY,
    "signatorystate": TreatyStanding.SIGNATORY,
    "signatory": TreatyStanding.SIGNATORY,
    "noaction": TreatyStanding.NO_ACTION,
}
FLAGS = ("stateparty", "signatory", "noaction")


@dataclass(frozen=True)
class Lookups:
    """Every spelling of every State, and every way in which lists abbreviate an instrument."""

    states: Resolver
    instruments: dict[str, int]


def instruments_by_label() -> dict[str, int]:
    """Codes and usual abbreviations of the instruments, folded; one query."""
    return {folded(label): one.pk for one in Instrument.objects.all() for label in one.every_label}


def state_of(record: Record, states: Resolver, problems: Problems) -> State | None:
    """The State of a row, by its name and its code, which must not contradict each other."""
    name, code = record.text("member"), record.text("iso2")
    by_name, by_code = states.resolve(name), states.codes.get(code.upper())
    if by_name and by_code and by_name != by_code:
        problems.add(TWO_STATES, column="member", name=name[:80], code=code)
    elif not by_name and not by_code:
        problems.add(UNKNOWN_STATE, column="member", text=(name or code)[:80])
    return by_name or by_code


def instrument_of(record: Record, context: Context, problems: Problems) -> int | None:
    """The instrument, from a column, else from the option, else from the name of the file."""
    file_name = context.origin.file_name.rsplit("/", 1)[-1]
    from_name = re.sub(r"^hr_?status_?|\.[a-z]+$", "", file_name.lower())
    for told in (record.text("instrument"), context.origin.options.get("instrument", ""), from_name):
        if told:
            found = context.lookups.instruments.get(folded(told))
            if not found:
                problems.add(NO_INSTRUMENT, column="instrument", text=told[:80])
            return found
    problems.add(NO_INSTRUMENT, column="instrument", text="")
    return None


def standing_of(record: Record, year: int | None, problems: Problems) -> TreatyStanding | None:
    """What the status, the flags and the year say together; a contradiction is refused."""
    said = {STANDINGS[flag] for flag in FLAGS if record.text(flag) == "1"}
    told = STANDINGS.get(folded(record.text("status")))
    said |= {TreatyStanding.PARTY} if year else set()
    supported = bool(said) or told is not TreatyStanding.PARTY
    if told:
        said.add(told)
    if len(said) == 1 and supported:
        return said.pop()
    cells = ", ".join(f"{one}={record.text(one) or '–'}" for one in (*FLAGS, "status"))
    problems.add(UNCLEAR_STANDING, column="status", columns=cells[:200])
    return None


def year_of(record: Record, problems: Problems) -> int | None:
    """The year of ratification or accession."""
    text = record.text("yearratificationoraccession")
    if not text:
        return None
    if re.fullmatch(r"(19[4-9]|20\d)\d(\.0)?", text):
        return int(float(text))
    problems.add(NO_YEAR, column="year ratification or accession", text=text[:40])
    return None


def status_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """Where one State stands with one instrument."""
    problems = Problems()
    state = state_of(record, context.lookups.states, problems)
    instrument = instrument_of(record, context, problems)
    year = year_of(record, problems)
    standing = standing_of(record, year, problems)
    problems.refuse()
    assert state
    assert standing
    yield state.pk, instrument, standing.value, year, record.text("note")


def warnings_sql() -> str:
    """Warnings beside the verdicts: a party that is none any more, and fewer parties than were known."""
    known = ", ".join(f"('{code}', {count})" for code, count in KNOWN_PARTIES.items())
    fewer = reason_sql(FEWER, count="f.count", known="f.known")
    was_party = reason_sql(WAS_PARTY, column="status")
    return f"""
        WITH compared AS ({{comparison}}), fewer AS (
            SELECT min(number) AS number, count(*) FILTER (WHERE standing = 'party') AS count, known
            FROM staged JOIN accountability_instrument i ON i.id = instrument_id
            JOIN (VALUES {known}) AS k (code, known) USING (code)
            GROUP BY instrument_id, known HAVING count(*) FILTER (WHERE standing = 'party') < known
               AND count(*) > 150
        )
        SELECT c.number, c.verdict, c.target_id, CASE
                   WHEN c.before ->> 'standing' = 'party' THEN coalesce(c.reasons, '[]') || {was_party}
                   WHEN f.number IS NOT NULL THEN coalesce(c.reasons, '[]') || {fewer}
                   ELSE c.reasons END AS reasons,
               c.before, c.after
        FROM compared c LEFT JOIN fewer f USING (number)"""


class TreatiesKind(AccountKind):
    """Status of ratification; a year only, as lists give it."""

    key = "treaties"
    describes = (TreatyStatus,)
    name = _("Status of ratification")
    description = _("Who is party to which of the eighteen instruments: one file for each, named after it.")
    tables = ("accountability_treatystatus",)
    options = (
        OLDER_MAY_STAND,
        Option(
            "instrument",
            _("Instrument of a list of ratification"),
            _("Where its file name does not say it: CAT, CRC-OP-AC …"),
        ),
    )
    columns = {
        "state_id": "bigint",
        "instrument_id": "bigint",
        "standing": "text",
        "year": "smallint",
        "note": "text",
    }
    shapes = (
        Shape(
            _("Status by State"),
            frozenset({"iso2", "member", "stateparty", "signatory", "noaction", "status"}),
            status_rows,
        ),
    )

    def look_up(self, origin: Origin) -> Lookups:
        return Lookups(resolver(), instruments_by_label())

    def comparison(self) -> str:
        plain = comparison_sql(
            TreatyStatus,
            key=("state_id", "instrument_id"),
            compared=("standing", "year", "note"),
        )
        return warnings_sql().format(comparison=plain)

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        cursor.execute(
            "INSERT INTO accountability_treatystatus"
            " (state_id, instrument_id, standing, year, note, source_id)"
            " SELECT state_id, instrument_id, standing, year, note, %s"
            " FROM staged JOIN judged USING (number) WHERE verdict = 'create'",
            [origin.source_id],
        )
        cursor.execute(
            "UPDATE accountability_treatystatus t"
            " SET standing = s.standing, year = s.year, note = s.note, source_id = %s"
            " FROM staged s JOIN judged j USING (number) WHERE j.verdict = 'change' AND t.id = j.target_id",
            [origin.source_id],
        )
        cursor.execute(SAY_THAT_IT_IS_DONE)
