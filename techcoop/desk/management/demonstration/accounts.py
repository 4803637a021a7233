"""For what the States of the demonstration account: invented, through the same door as any file."""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, datetime
from random import Random

from techcoop.accountability.models import Recommendation, TreatyStatus
from techcoop.atlas.models import State
from techcoop.desk.management.demonstration.facts import take_in
from techcoop.people.models import User

Rows = Iterable[tuple[object, ...]]
# Treaties under which the States of the demonstration report, with the year of an invented report.
REPORTING = (("CEDAW", 2018), ("CRC", 2016), ("CAT", 2019), ("ICCPR", 2017))
CONCLUSIONS = "Concluding observations"
STAGES = ("Preparation", "Development", "Implementation", "Review")
MANDATES = ("SR Torture", "SR Education", "WG Arbitrary detention", "SR Food")


def take_in_accounts(draw: Random, states: list[State], *, by: User, at: datetime) -> None:
    """A few invented facts of every kind for these States."""
    for kind, (headings, rows) in LISTS.items():
        text = io.StringIO()
        told = [row for state in states for row in rows(draw, state, at.date())]
        csv.writer(text).writerows([headings, *told])
        take_in(kind, text.getvalue().encode(), "Invented list", by=by, at=at, retrieved_on=at.date())


def _acts(draw: Random, state: State, today: date) -> Rows:
    """In the real years of the real standing, no day of which is invented; the reservation is."""
    known = TreatyStatus.objects.filter(state=state, instrument__code__in=("CEDAW", "CRC"))
    for code, year in known.exclude(year=None).values_list("instrument__code", "year"):
        yield state.iso3, code, "ratification", 1, year, ""
        if code == "CEDAW" and draw.random() < 0.5:
            yield state.iso3, code, "reservation", 1, year, "Invented: article 29, paragraph 1."


def _reports(draw: Random, state: State, today: date) -> Rows:
    for code, year in REPORTING:
        late = draw.random() < 0.4
        submitted = "" if late else f"{year}-{draw.randint(1, 12):02}"
        dialogue = "" if late else f"{year + 1}-{draw.randint(1, 12):02}-10"
        symbol = "" if late else f"DEMO/{code}/{state.iso3}/CO"
        yield state.iso3, code, draw.randint(3, 6), f"{year}-06-30", submitted, dialogue, dialogue, symbol


def _reviews(draw: Random, state: State, today: date) -> Rows:
    yield state.iso3, 3, 31, "2018-08", "2018-11-07", "2019-03-14", ""
    yield state.iso3, 4, 45, "2023-10", "2024-01-24", "2024-07", "2026-06" if draw.random() < 0.5 else ""


def _invitations(draw: Random, state: State, today: date) -> Rows:
    if draw.random() < 0.6:
        yield state.iso3, draw.randint(2001, 2015)


def _visits(draw: Random, state: State, today: date) -> Rows:
    year = draw.randint(2019, 2024)
    done, other = draw.sample(MANDATES, 2)
    yield state.iso3, done, "done", year, f"{year + 1}-05-03", f"{year + 1}-05-12"
    yield state.iso3, other, draw.choice(("requested", "accepted", "postponed", "refused")), year, "", ""


def _communications(draw: Random, state: State, today: date) -> Rows:
    for year in range(2021, 2026):
        sent = draw.randint(0, 9)
        yield state.iso3, year, sent, draw.randint(0, sent)


def _accreditations(draw: Random, state: State, today: date) -> Rows:
    name = f"National Commission for Human Rights of {state.names['en']} (invented)"
    year = draw.randint(2016, 2019)
    yield state.iso3, name, f"{year}-03", "A"
    yield state.iso3, name, f"{year + 5}-{draw.randint(1, 12):02}", draw.choice("AAB")


def _plans(draw: Random, state: State, today: date) -> Rows:
    first, second = "National action plan 2016-2020 (invented)", "National action plan 2022-2027 (invented)"
    yield state.iso3, first, 2016, 2020, 2015, "2015-02", 2016, 2020, second
    yield state.iso3, second, 2022, 2027, 2021, "2021-09", 2022, "", ""


def _implementation(draw: Random, state: State, today: date) -> Rows:
    """Some of what was recommended, assessed by the mechanism that recommended it or by the State."""
    said = Recommendation.objects.filter(state=state, year__lt=today.year).order_by("source_key")
    for one in said.select_related("mechanism").defer("search")[:6]:
        year = max(one.year, min(one.year + 2, today.year - 1))
        if one.mechanism.kind == "treaty_body":
            by, grade, scale = one.mechanism.code, draw.choice("AABCDE"), "Grades A to E (invented)"
        else:
            by, scale = "State", "Mid-term report (invented)"
            grade = draw.choice(("Implemented", "Partially implemented", "Under way"))
        yield state.iso3, one.source_key, by, year, grade, scale


LISTS: dict[str, tuple[tuple[str, ...], Callable[[Random, State, date], Rows]]] = {
    "treaty-acts": (("State", "Instrument", "Act", "Number", "Date", "Text"), _acts),
    "reporting-cycles": (
        ("State", "Instrument", "Report", "Due", "Submitted", "Dialogue", "Concluded", CONCLUSIONS),
        _reports,
    ),
    "periodic-reviews": (
        ("State", "Cycle", "Session", "National report", "Reviewed", "Outcome", "Mid-term report"),
        _reviews,
    ),
    "standing-invitations": (("State", "Issued"), _invitations),
    "visits": (("State", "Mandate", "Status", "Requested", "Begins", "Ends"), _visits),
    "communications": (("State", "Year", "Sent", "Answered"), _communications),
    "accreditations": (("State", "Institution", "Decided", "Accreditation"), _accreditations),
    "action-plans": (
        ("State", "Plan", "From", "To", *STAGES, "Successor"),
        _plans,
    ),
    "implementation": (
        ("State", "Recommendation", "Assessed by", "Date", "Grade", "Scale"),
        _implementation,
    ),
}  # fmt: skip
