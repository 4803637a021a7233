"""Invitations, visits and communications of special procedures; national institutions; action plans."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports import cells
from techcoop.accountability.imports.cells import Lookups
from techcoop.accountability.imports.fact import FactsKind, Row, in_order
from techcoop.accountability.models import (
    STAGES,
    Accreditation,
    AccreditationStatus,
    ActionPlan,
    CommunicationCount,
    StandingInvitation,
    Visit,
    VisitStatus,
)
from techcoop.sheets.errors import Problems

MORE_ANSWERED = gettext_noop("%(answered)s were answered, but only %(sent)s were sent.")
NOT_YET_MADE = gettext_noop("A visit that was made says when it began.")
OWN_SUCCESSOR = gettext_noop("A plan does not come after itself.")
WRONG_YEARS = gettext_noop("The plan ends in %(last)s, before it begins, %(first)s.")


class InvitationsKind(FactsKind):
    """States that let every special procedure come."""

    key = "standing-invitations"
    name = _("Standing invitations")
    description = _("One row for each State that has issued a standing invitation to special procedures.")
    model = StandingInvitation
    cells = (
        cells.state(),
        cells.known_day("Issued", "issued_on", needed=True),
        cells.known_day("Withdrawn", "withdrawn_on"),
    )
    checks = (in_order("issued_on", "withdrawn_on"),)


def made_on_a_day(row: Row, lookups: Lookups, problems: Problems) -> None:
    """What was visited has a day."""
    if row["status"] == VisitStatus.DONE and not row["begins_on"]:
        problems.add(NOT_YET_MADE, column="Begins")


class VisitsKind(FactsKind):
    """Visits of special procedures."""

    key = "visits"
    name = _("Visits of special procedures")
    description = _("One row for each visit: requested, accepted, postponed, made, or refused by the State.")
    model = Visit
    cells = (
        cells.state(),
        cells.mechanism("Mandate"),
        cells.number("Number", "serial", empty=1),
        cells.choice("Status", "status", VisitStatus),
        cells.known_day("Requested", "requested_on"),
        cells.known_day("Answered", "answered_on"),
        cells.known_day("Begins", "begins_on"),
        cells.known_day("Ends", "ends_on"),
        cells.words("Report", "symbol", most=80),
    )
    checks = (made_on_a_day, in_order("requested_on", "answered_on", "begins_on", "ends_on"))
    planned = ("begins_on", "ends_on")


def not_more_answered(row: Row, lookups: Lookups, problems: Problems) -> None:
    """Only what was sent is answered."""
    if row["answered"] > row["sent"]:
        problems.add(MORE_ANSWERED, column="Answered", answered=row["answered"], sent=row["sent"])


class CommunicationsKind(FactsKind):
    """Numbers only; no case is ever kept here."""

    key = "communications"
    name = _("Numbers of communications")
    description = _("How many communications special procedures sent a State in a year; never their cases.")
    model = CommunicationCount
    cells = (
        cells.state(),
        cells.number("Year", "year", least=1967, most=2200, needed=True),
        cells.number("Sent", "sent", least=0, most=100_000, needed=True),
        cells.number("Answered", "answered", least=0, most=100_000, needed=True),
    )
    checks = (not_more_answered,)


class AccreditationsKind(FactsKind):
    """The list of the alliance of national human rights institutions."""

    key = "accreditations"
    name = _("Accreditation of national human rights institutions")
    description = _("One row for each decision on an institution, so that its history is whole.")
    model = Accreditation
    cells = (
        cells.state(),
        cells.words("Institution", "institution", most=200, needed=True),
        cells.known_day("Decided", "decided_on", needed=True),
        cells.choice("Accreditation", "status", AccreditationStatus),
        cells.words("Session", "session", most=80),
        cells.whole_day("Next review", "review_on"),
    )
    checks = (in_order("decided_on", "review_on"),)


def succeeded_by_another(row: Row, lookups: Lookups, problems: Problems) -> None:
    """A plan ends after it begins, and another one comes after it."""
    if row["from_year"] and row["to_year"] and row["to_year"] < row["from_year"]:
        problems.add(WRONG_YEARS, column="To", first=row["from_year"], last=row["to_year"])
    if row["successor"].casefold() == row["title"].casefold():
        problems.add(OWN_SUCCESSOR, column="Successor")


class ActionPlansKind(FactsKind):
    """National human rights action plans."""

    key = "action-plans"
    name = _("National human rights action plans")
    description = _("One row for each plan, with the day on which each of its five stages began.")
    model = ActionPlan
    cells = (
        cells.state(),
        cells.words("Plan", "title", most=300, needed=True),
        cells.number("From", "from_year", least=1948, most=2200),
        cells.number("To", "to_year", least=1948, most=2200),
        cells.known_day("Adopted", "adopted_on"),
        cells.known_day("Preparation", "preparation_on"),
        cells.known_day("Development", "development_on"),
        cells.known_day("Implementation", "implementation_on"),
        cells.known_day("Monitoring", "monitoring_on"),
        cells.known_day("Review", "review_on"),
        cells.words("Successor", "successor", most=300),
    )
    checks = (succeeded_by_another, in_order(*STAGES))
