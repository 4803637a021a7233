"""Reporting cycles, periodic reviews, and sessions of the mechanisms."""

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports import cells
from techcoop.accountability.imports.cells import Lookups
from techcoop.accountability.imports.fact import FactsKind, Row, in_order
from techcoop.accountability.models import MechanismSession, PeriodicReview, ReportingCycle
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Origin

NO_REPORTS = gettext_noop("No report is due under this instrument.")
# Protocols without reports of their own.
WITHOUT_REPORTS = ("ICCPR-OP1", "ICCPR-OP2", "ICESCR-OP", "CEDAW-OP", "OPCAT", "CRC-OP-IC", "CRPD-OP")
STILL_NOT_SUBMITTED = """
    UPDATE accountability_reportingcycle AS t SET source_id = %s
      FROM staged AS s JOIN judged AS j USING (number), documents_source AS older
     WHERE j.verdict = 'skip' AND t.instrument_id = s.instrument_id AND t.state_id = s.state_id
       AND t.serial = s.serial AND t.submitted_on = '' AND t.due_on < %s AND older.id = t.source_id
       AND older.retrieved_on < %s"""


def about_a_treaty_with_reports(row: Row, lookups: Lookups, problems: Problems) -> None:
    """Protocols on complaints and visits have no reports."""
    code = next(one.code for one in lookups.instruments.values() if one.pk == row["instrument_id"])
    if code in WITHOUT_REPORTS:
        problems.add(NO_REPORTS, column="Instrument")


class ReportingCyclesKind(FactsKind):
    """Reports of States to the treaty bodies."""

    key = "reporting-cycles"
    name = _("Reports to treaty bodies")
    description = _("One row for each report: due, submitted, issues, dialogue, conclusions, follow-up.")
    model = ReportingCycle
    cells = (
        cells.state(),
        cells.instrument(),
        cells.number("Report", "serial", most=99, needed=True),
        cells.whole_day("Due", "due_on"),
        cells.words("Due date set in", "due_set_in", most=80),
        cells.known_day("Submitted", "submitted_on"),
        cells.known_day("List of issues", "list_of_issues_on"),
        cells.known_day("Replies", "replies_on"),
        cells.known_day("Dialogue", "dialogue_on"),
        cells.known_day("Concluded", "concluded_on"),
        cells.words("Concluding observations", "symbol", most=80),
        cells.whole_day("Follow-up due", "follow_up_due_on"),
        cells.known_day("Follow-up assessed", "follow_up_assessed_on"),
    )
    checks = (
        about_a_treaty_with_reports,
        in_order("submitted_on", "dialogue_on", "concluded_on", "follow_up_due_on"),
        in_order("list_of_issues_on", "replies_on", "dialogue_on", "concluded_on", "follow_up_assessed_on"),
    )
    planned = ("dialogue_on",)
    confirms = True

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        """A report that a newer list still holds as not submitted is overdue by that list."""
        cursor.execute(STILL_NOT_SUBMITTED, [origin.source_id, origin.retrieved_on, origin.retrieved_on])
        super().write(cursor, origin)


class PeriodicReviewsKind(FactsKind):
    """Reviews of States in the Council."""

    key = "periodic-reviews"
    name = _("Universal periodic reviews")
    description = _(
        "One row for each State and cycle: session, day, national report, outcome, mid-term report."
    )
    model = PeriodicReview
    cells = (
        cells.state(),
        cells.number("Cycle", "cycle", most=20, needed=True),
        cells.number("Session", "session", most=300),
        cells.known_day("National report", "report_on"),
        cells.words("Symbol of the national report", "report_symbol", most=80),
        cells.known_day("Reviewed", "reviewed_on"),
        cells.known_day("Outcome", "outcome_on"),
        cells.words("Symbol of the outcome", "outcome_symbol", most=80),
        cells.known_day("Mid-term report", "mid_term_on"),
    )
    checks = (in_order("report_on", "reviewed_on", "outcome_on", "mid_term_on"),)
    planned = ("reviewed_on",)


class SessionsKind(FactsKind):
    """When the mechanisms meet."""

    key = "mechanism-sessions"
    name = _("Sessions of mechanisms")
    description = _("One row for each session of a treaty body, of the review or of a special procedure.")
    model = MechanismSession
    cells = (
        cells.mechanism("Mechanism"),
        cells.number("Session", "serial", most=300, needed=True),
        cells.whole_day("Begins", "begins_on", needed=True),
        cells.whole_day("Ends", "ends_on", needed=True),
    )
    checks = (in_order("begins_on", "ends_on"),)
