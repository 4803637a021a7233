"""Activities as a list and as a calendar."""

from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.atlas.models import State
from techcoop.delivery import queries
from techcoop.delivery.models import Activity
from techcoop.delivery.statuses import ActivityStatus
from techcoop.programme.models import FormOfAssistance, FundFamily
from techcoop.programme.queries import years
from techcoop.projects.policies import may_see_money
from techcoop.sheets.writers import WRITERS
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.months import month_asked


def _states():
    return State.objects.all().choices()


COLUMNS = (
    Column(
        "title",
        _("Title"),
        "title",
        link=lambda one: reverse("delivery:activity", args=[one.pk]),
        sort="title",
        heads=True,
    ),
    Column("form", _("Form of assistance"), lambda one: one.get_form_display(), sort="form"),
    Column("state", _("State"), lambda one: one.state.name if one.state else "", sort="state__sort_key"),
    Column("place", _("Place"), "place", sort="place"),
    Column("project", _("Project"), "project.code", sort="project__code", look="reference"),
    Column("starts_on", _("Starts on"), "starts_on", sort="starts_on", look="day"),
    Column("ends_on", _("Ends on"), "ends_on", sort="ends_on", look="day"),
    Column("status", _("Status"), lambda one: one.get_status_display(), sort="status"),
    Column("women", _("Women"), "women", sort="women", numeric=True),
    Column("men", _("Men"), "men", sort="men", numeric=True),
    Column("others", _("Others, or sex not stated"), "others", sort="others", numeric=True),
    Column("people", _("People in all"), "people", sort="people", numeric=True),
)
COST = Column("cost", _("Cost (US$)"), "cost", sort="cost", numeric=True)
FILTERS = (
    Filter("q", _("Words in the title"), kind="text", field="title__icontains"),
    Filter("form", _("Form of assistance"), kind="choices", choices=FormOfAssistance.choices, field="form"),
    Filter("state", _("State"), choices=_states, field="state__iso3"),
    Filter("project", _("Project"), kind="text", field="project__code"),
    Filter("status", _("Status"), kind="choices", choices=ActivityStatus.choices, field="status"),
    Filter(
        "from",
        _("From the year"),
        choices=years,
        narrow=lambda rows, values: rows.filter(ends_on__year__gte=int(values[-1])),
    ),
    Filter(
        "to",
        _("To the year"),
        choices=years,
        narrow=lambda rows, values: rows.filter(starts_on__year__lte=int(values[-1])),
    ),
)
GAPS = (("people", _("How many people it reached")), ("cost", _("What it cost")))


def _gap(choices):
    return Filter("gap", _("What is missing"), choices=choices, narrow=_without)


def _without(rows, gaps):
    missing = {"people": queries.NOT_COUNTED, "cost": Q(cost=None)}
    return rows.filter(missing[gaps[-1]])


FAMILY = Filter(
    "family",
    _("Family of funds"),
    choices=FundFamily.choices,
    narrow=lambda rows, values: rows.filter(costs__family__in=values, costs__amount__gt=0).distinct(),
)


def listing_for(user):
    """The list as this person may see it; money is for those who see money."""
    if not may_see_money(user):
        return Listing(COLUMNS, (*FILTERS, _gap(GAPS[:1])), order="-starts_on")
    return Listing((*COLUMNS, COST), (*FILTERS, _gap(GAPS), FAMILY), order="-starts_on")


@require_safe
def activities(request):
    """The activities that one may see: filtered, sorted, taken away as a sheet."""
    return list_page(
        request,
        listing_for(request.user),
        queries.rows(request.user),
        template="delivery/activities.html",
        title=_("Activities"),
        writers=WRITERS,
    )


@require_safe
def calendar(request):
    """A month of activities, each on its days."""
    first = month_asked(request.GET.get("month"), localdate())
    seen = Activity.objects.visible_to(request.user)
    weeks = queries.month(first, seen)
    context = {
        "first": first,
        "weeks": weeks,
        "before": queries.month_before(first),
        "after": queries.next_month(first),
    }
    if not any(day.activities for week in weeks for day in week):
        context["nearby"] = queries.months_nearby(first, seen)
    return render(request, "delivery/calendar.html", context)
