"""Requests as a list: narrowed, sorted, taken away as a file."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.models import Component, FormOfAssistance
from techcoop.programme.queries import years, years_so_far
from techcoop.requests import queries
from techcoop.requests.models import Channel, StateRequestQuerySet, Urgency, Way
from techcoop.requests.policies import may_keep_templates
from techcoop.requests.statuses import RequestStatus
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import listed

STATUSES = dict(RequestStatus.choices)
CHANNELS = dict(Channel.choices)
WAYS = dict(Way.choices)
NOBODY = "nobody"

COLUMNS = (
    Column("reference", _("Reference"), "reference", link=page_of, sort="reference", heads=True),
    Column(
        "requester",
        _("Who asks"),
        lambda one: str(one.requester),
        sort=("state__sort_key", "organization__code"),
    ),
    Column("subject", _("Subject"), "subject", sort="subject", look="words"),
    Column("status", _("Status"), lambda one: str(STATUSES[one.status]), sort="status"),
    Column(
        "since",
        pgettext_lazy("in this status", "Since"),
        lambda one: one.status_since.date(),
        sort="status_since",
        look="day",
    ),
    Column("received", _("Received"), "received_on", sort="received_on", look="day"),
    Column("components", _("Components"), lambda one: listed(one.components), look="short"),
    Column(
        "forms", pgettext_lazy("of assistance", "Forms"), lambda one: ", ".join(one.forms), only_in_files=True
    ),
    Column("way", _("How it came"), lambda one: str(WAYS[one.way]), only_in_files=True),
    Column("channel", _("Channel"), lambda one: str(CHANNELS[one.channel]), only_in_files=True),
    Column("officer", _("Desk officer"), lambda one: str(one.desk_officer or ""), sort="desk_officer__name"),
)


def _containing(field: str):
    return lambda rows, values: rows.filter(**{f"{field}__overlap": values})


def _mentioning(rows: Any, words: str) -> StateRequestQuerySet:
    return rows.mentioning(words)


def _received(bound: str):
    return lambda rows, years: rows.filter(**{f"received_on__year__{bound}": int(years[-1])})


def _late(rows: Any, _values: list[str]) -> StateRequestQuerySet:
    today = timezone.localdate()
    return queries.past_their_day(rows, queries.targets(today), on=today)


def _with_officers(rows: Any, values: list[str]) -> StateRequestQuerySet:
    """Those of these officers; of nobody too, where that is asked."""
    wanted = Q(desk_officer__in=[one for one in values if one != NOBODY])
    return rows.filter(wanted | Q(desk_officer=None) if NOBODY in values else wanted)


def _entered(rows: Any, values: list[str]) -> StateRequestQuerySet:
    return rows.really_asked() if values[-1] == "rightly" else rows.filter(entered_in_error=True)


def _officers(user: User) -> list[tuple[Any, Any]]:
    return [*queries.officers_with_requests(user), (NOBODY, _("Nobody yet"))]


def listing_for(user: User) -> Listing:
    """The list with the choices that this person has."""
    filters = (
        Filter("q", _("Words"), kind="text", narrow=_mentioning),
        Filter("status", _("Status"), kind="choices", choices=RequestStatus.choices, field="status"),
        Filter(
            "state",
            pgettext_lazy("country", "State"),
            choices=lambda: queries.states_offered(user),
            field="state__iso3",
        ),
        Filter("component", _("Component"), choices=Component.choices, narrow=_containing("components")),
        Filter(
            "form", _("Form of assistance"), choices=FormOfAssistance.choices, narrow=_containing("forms")
        ),
        Filter("channel", _("Channel"), choices=Channel.choices, field="channel"),
        Filter("way", _("How it came"), choices=Way.choices, field="way"),
        Filter("urgency", _("Urgency"), choices=Urgency.choices, field="urgency"),
        Filter("year", _("Received in the year"), choices=years_so_far, field="received_on__year"),
        Filter("from", _("Received from the year"), choices=years, narrow=_received("gte")),
        Filter("to", _("Received to the year"), choices=years, narrow=_received("lte")),
        Filter("officer", _("Desk officer"), choices=lambda: _officers(user), narrow=_with_officers),
        Filter(
            "late",
            pgettext_lazy("requests", "Late"),
            choices=[("yes", _("Past the day that was meant"))],
            narrow=_late,
        ),
        Filter(
            "entered",
            pgettext_lazy("requests", "Entered"),
            choices=[("rightly", _("What was really asked for")), ("in_error", _("Entered in error"))],
            narrow=_entered,
        ),
    )
    return Listing(columns=COLUMNS, filters=filters, order="-received", picks="reference")


@require_safe
def requests(request: HttpRequest) -> HttpResponseBase:
    """Every request that the person may see."""
    return list_page(
        request,
        listing_for(request.user),
        queries.rows_for(request.user),
        template="requests/requests.html",
        title=pgettext_lazy("requests of States", "Requests"),
        writers=WRITERS,
        sees_clock=request.user.can_for_some_state(Permission.SEE_WORKING_NOTES),
        may_keep_templates=may_keep_templates(request.user),
        components=Component.choices,
        forms=FormOfAssistance.choices,
        new=reverse("requests:new") if request.user.can(Permission.REGISTER_REQUESTS) else "",
        can_ask=request.user.can(Permission.ASK_FOR_ASSISTANCE),
        drafts=queries.drafts_for(request.user)[: queries.MOST_DRAFTS],
    )
