"""Lists over all States: reports that are due, visits, national human rights institutions."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.models import (
    AccreditationStatus,
    CycleStatus,
    DueReport,
    DueRule,
    Mechanism,
    MechanismKind,
    Visit,
    VisitStatus,
)
from techcoop.accountability.views.lists import let_in
from techcoop.atlas.models import State
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_if_any
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import known_day


def _states():
    return [(state.iso3, state.name) for state in State.objects.by_name()]


def _mandates():
    return [(one.code, str(one)) for one in Mechanism.objects.filter(kind=MechanismKind.SPECIAL_PROCEDURE)]


def _status(one):
    return one.get_status_display()


STATE = Column(
    "state",
    pgettext_lazy("country", "State"),
    "state.name",
    link=lambda one: page_if_any(one.state),
    sort="state__sort_key",
    heads=True,
)
OF_STATE = Filter("state", pgettext_lazy("country", "State"), choices=_states, field="state__iso3")
SOURCE = Column("source", _("Source"), "source.title")
RETRIEVED = Column("retrieved", _("Retrieved on"), "source.retrieved_on", look="day")

REPORTS = Listing(
    columns=(
        STATE,
        Column("report", _("Report"), str, sort=("instrument__position", "serial")),
        Column("due", _("Due on"), "due_on", sort="due_on", look="day"),
        Column("status", _("Status"), _status, sort="status"),
        Column("rule", _("Rule that gave the day"), "why", sort="rule"),
        Column("submitted", _("Submitted"), "submitted_on", written=known_day, sort="submitted_on"),
        SOURCE,
        RETRIEVED,
    ),
    filters=(
        OF_STATE,
        Filter(
            "instrument",
            _("Instrument"),
            kind="choices",
            choices=queries.instrument_codes,
            field="instrument__code",
        ),
        Filter("status", _("Status"), kind="choices", choices=CycleStatus.choices, field="status"),
        Filter("rule", _("Rule that gave the day"), choices=DueRule.choices, field="rule"),
        Filter("since", _("Due since"), kind="day", field="due_on__gte"),
        Filter("until", _("Due until"), kind="day", field="due_on__lte"),
    ),
    order="due",
)
VISITS = Listing(
    columns=(
        STATE,
        Column("mandate", _("Mandate"), str, sort="mechanism__code"),
        Column("status", _("Status"), _status, sort="status"),
        Column("requested", _("Requested"), "requested_on", written=known_day, sort="requested_on"),
        Column("begins", _("Begins"), "begins_on", written=known_day, sort="begins_on"),
        Column("ends", _("Ends"), "ends_on", written=known_day, sort="ends_on"),
        Column("symbol", _("Report"), "symbol", sort="symbol"),
        SOURCE,
        RETRIEVED,
    ),
    filters=(
        OF_STATE,
        Filter("mandate", _("Mandate"), choices=_mandates, field="mechanism__code"),
        Filter("status", _("Status"), kind="choices", choices=VisitStatus.choices, field="status"),
    ),
    order="-requested",
)


def _near(rows, chosen):
    """Those whose next review is near enough to be pointed out, or over."""
    return rows.filter(next_review_on__lte=queries.notice_until(queries.periods(timezone.localdate())))


INSTITUTIONS = Listing(
    columns=(
        STATE,
        Column("institution", _("Institution"), "institution", sort="institution", look="text"),
        Column("status", _("Accreditation"), _status, sort="status"),
        Column("decided", _("Decided"), "decided_on", written=known_day, sort="decided_on"),
        Column("review", _("Next review"), "next_review_on", sort="next_review_on", look="day"),
        SOURCE,
        RETRIEVED,
    ),
    filters=(
        OF_STATE,
        Filter(
            "status", _("Accreditation"), kind="choices", choices=AccreditationStatus.choices, field="status"
        ),
        Filter("review", _("Next review"), choices=[("near", _("near or over"))], narrow=_near),
    ),
    order="state",
)


def _list(request, listing, rows, key, title):
    let_in(request.user)
    return list_page(
        request,
        listing,
        rows,
        template="accountability/facts.html",
        title=title,
        writers=WRITERS,
        current=key,
    )


@require_safe
def reports(request):
    """Every report of every State, with the day on which it is due."""
    rows = DueReport.objects.select_related("state", "instrument", "source")
    return _list(request, REPORTS, rows, "reports", _("Reports to treaty bodies"))


@require_safe
def visits(request):
    """Every visit of a special procedure that was asked for."""
    rows = Visit.objects.select_related("state", "mechanism", "source")
    return _list(request, VISITS, rows, "visits", _("Visits of special procedures"))


@require_safe
def institutions(request):
    """Every national human rights institution, as it stands today."""
    rows = queries.institutions(queries.periods(timezone.localdate()))
    return _list(request, INSTITUTIONS, rows, "institutions", _("National human rights institutions"))
