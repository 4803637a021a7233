"""Pages on which something is done with several requests at once."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from techcoop.people.models import User
from techcoop.requests import actions, queries
from techcoop.requests.forms import AssignTogetherForm, TogetherForm
from techcoop.requests.models import StateRequest, StateRequestQuerySet
from techcoop.requests.policies import may_bring_to_mind, may_register
from techcoop.requests.statuses import CLOSED
from techcoop.requests.views.fetching import let_registrars_in
from techcoop.requests.views.lists import listing_for
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.lists import PICKED, left_by
from techcoop.web.writing import number

AT_ONCE = 200
NOT_MY_REGISTRY = _("You do not keep the registry of its States.")
NOTHING_TO_DO = _("It is closed: nothing of it waits for an officer.")
NO_DAY = _("No day is meant for its next step.")


@dataclass(frozen=True)
class Meant:
    """The requests that are meant, and why some of them are left out."""

    able: StateRequestQuerySet
    rows: tuple[StateRequest, ...]
    unable: tuple[tuple[StateRequest, str | Promise], ...]
    more: int


@require_http_methods(["GET", "POST"])
def assign_together(request: HttpRequest) -> HttpResponse:
    """Give several requests to one desk officer."""
    let_registrars_in(request.user)
    meant = _meant(request, lambda one: _why_not_assign(request.user, one))
    form = AssignTogetherForm(request.POST or None, able=meant.able)
    if form.is_valid():
        with errors_beside_fields(form):
            picked, officer = form.cleaned_data["picked"], form.cleaned_data["officer"]
            given = actions.assign_together(picked, officer=officer, by=request.user, at=timezone.now())
            said = ngettext("%(number)s request is given.", "%(number)s requests are given.", len(given))
            messages.success(request, said % {"number": number(len(given))})
            return redirect(_list_of(given))
    return form_page(request, "requests/assign_together.html", {"form": form, "meant": meant})


@require_http_methods(["GET", "POST"])
def bring_to_mind(request: HttpRequest) -> HttpResponse:
    """Remind the officers of several requests."""
    let_registrars_in(request.user)
    timed = queries.targets(timezone.localdate())
    meant = _meant(request, lambda one: _why_not_remind(request.user, one, timed))
    form = TogetherForm(request.POST or None, able=meant.able)
    if form.is_valid():
        picked = form.cleaned_data["picked"]
        made = actions.bring_to_mind(picked, by=request.user, at=timezone.now())
        said = ngettext(
            "%(number)s reminder is on its way.", "%(number)s reminders are on their way.", made
        ) % {"number": number(made)}
        messages.success(request, said if made else _("They were reminded today already."))
        return redirect(_list_of(picked))
    return form_page(request, "requests/bring_to_mind.html", {"form": form, "meant": meant})


def _why_not_assign(user: User, one: StateRequest) -> str | Promise:
    if not may_register(user, one):
        return NOT_MY_REGISTRY
    return NOTHING_TO_DO if one.status in CLOSED else ""


def _why_not_remind(user: User, one: StateRequest, timed: dict[str, int]) -> str | Promise:
    if not may_bring_to_mind(user, one):
        return NOT_MY_REGISTRY
    return "" if one.status in timed else NO_DAY


def _meant(request: HttpRequest, why_not: Callable[[StateRequest], str | Promise]) -> Meant:
    """What was ticked; without a tick, what the list showed; once sent, what was left in."""
    parameters = request.GET
    if request.method == "POST":
        parameters = QueryDict(urlencode([(PICKED, one) for one in request.POST.getlist(PICKED)]))
        if not parameters:
            parameters = request.GET
    every = left_by(listing_for(request.user), parameters, queries.rows_for(request.user))
    rows = list(every.prefetch_related("organization__members")[: AT_ONCE + 1])
    more = every.count() - AT_ONCE if len(rows) > AT_ONCE else 0
    told = [(one, why_not(one)) for one in rows[:AT_ONCE]]
    able = [one for one, why in told if not why]
    return Meant(
        able=queries.rows_for(request.user).filter(pk__in=[one.pk for one in able]),
        rows=tuple(able),
        unable=tuple((one, why) for one, why in told if why),
        more=more,
    )


def _list_of(rows) -> str:
    return f"{reverse('requests:requests')}?{urlencode([(PICKED, one.reference) for one in rows])}"
