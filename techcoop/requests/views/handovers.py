"""Pages on which a desk passes from one officer to another."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.press.report_pdf import report_pdf
from techcoop.requests import actions, notices, queries
from techcoop.requests.forms import HandoverForm
from techcoop.requests.models import Handover
from techcoop.requests.policies import may_hand_over
from techcoop.requests.queries import OpenItem
from techcoop.requests.views.fetching import let_registrars_in
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.writing import short_day


@require_safe
def desks(request: HttpRequest) -> HttpResponse:
    """Whose desks could be handed over, and which were."""
    let_registrars_in(request.user)
    context = {
        "officers": queries.officers_with_requests(request.user),
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
    seen = queries.open_with(person).visible_to(request.user).order_by("pk")
    context = {
        "form": form,
        "officer": person,
        "items": queries.open_items(seen, now=now),
        "may_hand_over": may_hand_over(request.user, every),
    }
    return form_page(request, "requests/hand_over.html", context)


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
        yield one.reference, what, one.label, short_day(one.since_on), one.next, due, str(one.papers)
