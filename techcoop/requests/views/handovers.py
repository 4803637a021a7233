"""Pages on which a desk passes from one officer to another."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.people.models import User
from techcoop.press.report_pdf import report_pdf
from techcoop.requests import actions, notices, queries
from techcoop.requests.forms import HandoverForm
from techcoop.requests.models import Handover
from techcoop.requests.policies import Piles, may_hand_over
from techcoop.requests.queries import OpenItem
from techcoop.requests.views.fetching import let_registrars_in
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.writing import short_day


@require_safe
def desks(request: HttpRequest) -> HttpResponse:
    """Whose desks could be handed over, and which were."""
    let_registrars_in(request.user)
    context = {
        "officers": queries.having_a_desk(request.user).order_by("name"),
        "handovers": queries.handovers_seen_by(request.user)[:50],
    }
    return render(request, "requests/desks.html", context)


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, officer: int) -> HttpResponse:
    """Look at everything that is open with an officer, and give it to another in one act."""
    person = get_object_or_404(queries.desks_seen_by(request.user), pk=officer)
    let_registrars_in(request.user)
    now = timezone.now()
    form = HandoverForm(request.POST or None, officer=person)
    if form.is_valid():
        with errors_beside_fields(form):
            done = actions.hand_over(person, by=request.user, at=now, **form.cleaned_data)
            messages.success(request, _("The desk is handed over."))
            return redirect("requests:handover", key=done.pk)
    every = list(queries.open_with(person).order_by("pk"))
    piles = [(pile, list(things)) for pile, things in queries.piles_with(person)]
    context = {
        "form": form,
        "officer": person,
        "items": [*_requests_seen(request, person, now), *_seen_beside(request, piles)],
        "may_hand_over": may_hand_over(request.user, every, piles),
    }
    return form_page(request, "requests/hand_over.html", context)


def _requests_seen(request: HttpRequest, officer: User, now: datetime) -> list[OpenItem]:
    seen = queries.open_with(officer).visible_to(request.user).order_by("pk")
    return queries.open_items(seen, now=now)


def _seen_beside(request: HttpRequest, piles: Piles) -> Iterable[OpenItem]:
    """What later stages have on the desk, as far as the person may see it."""
    for pile, things in piles:
        seen = pile.seen_by(request.user).filter(pk__in=[one.pk for one in things])
        keys = set(seen.values_list("pk", flat=True))
        yield from queries.items_beside(pile, [one for one in things if one.pk in keys])


@require_safe
def handover(request: HttpRequest, key: int) -> HttpResponse:
    """The sheet of a handover, as it was then."""
    done = _seen(request, key)
    return render(request, "requests/handover.html", {"handover": done, "items": queries.items_of(done)})


@require_safe
def handover_paper(request: HttpRequest, key: int) -> HttpResponse:
    """The same as a paper, in the language of who prints it."""
    done = _seen(request, key)
    report = notices.handover_sheet(done, list(_lines(queries.items_of(done))), at=done.handed_at)
    response = HttpResponse(report_pdf(report), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="handover-{done.pk}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _seen(request: HttpRequest, key: int) -> Handover:
    return get_object_or_404(queries.handovers_seen_by(request.user), pk=key)


def _lines(items: Iterable[OpenItem]) -> Iterable[tuple[str, ...]]:
    for one in items:
        due = short_day(one.due) if one.due else "–"
        what = f"{one.requester}: {one.subject}"
        yield one.what, what, one.label, short_day(one.since_on), one.next, due, str(one.papers)
