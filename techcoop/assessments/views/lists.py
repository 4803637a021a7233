"""Assessments as a list."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.assessments import queries
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.atlas.models import State
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import short_day

WAITING = (
    ("approve", _("To approve")),
    ("validate", _("To validate")),
    ("draft", _("To draft")),
    ("begin", _("To begin")),
)


def _states():
    return State.objects.existing().choices()


COLUMNS = (
    Column("title", _("Title"), "title", link=page_of, sort="title", heads=True),
    Column("state", _("State"), lambda one: one.state.name if one.state else "", sort="state__sort_key"),
    Column(
        "request", _("Request"), "state_request.reference", sort="state_request__reference", look="reference"
    ),
    Column("status", _("Status"), lambda one: one.get_status_display(), sort="status"),
    Column("since", _("Since"), "status_since", written=short_day, sort="status_since", look="day"),
    Column("needs", _("Needs"), "found", sort="found", numeric=True),
    Column("cited", _("Recommendations"), "cited", sort="cited", numeric=True),
    Column("approved", _("Approved on"), "approved_on", written=short_day, sort="approved_on", look="day"),
)
FILTERS = (
    Filter("q", _("Words in the title"), kind="text", field="title__icontains"),
    Filter("status", _("Status"), kind="choices", choices=AssessmentStatus.choices, field="status"),
    Filter("state", _("State"), choices=_states, field="state__iso3"),
)


def listing_for(user):
    """The list of assessments, with what waits for this person as one of its filters."""

    def waiting(rows, acts):
        return rows.filter(pk__in=queries.waits_for(user, acts[-1]).order_by().values("pk"))

    def gravely(rows, _grave):
        return queries.with_grave_risks(rows, on=timezone.localdate())

    risks = Filter("risks", _("Risks"), choices=(("grave", _("With grave risks")),), narrow=gravely)
    mine = Filter("waiting", _("Waiting for me"), choices=WAITING, narrow=waiting)
    return Listing(columns=COLUMNS, filters=(*FILTERS, risks, mine), order="-since")


@require_safe
def assessments(request):
    """The assessments that one may see."""
    return list_page(
        request,
        listing_for(request.user),
        queries.rows(request.user),
        template="assessments/assessments.html",
        title=_("Assessments of needs"),
        writers=WRITERS,
    )
