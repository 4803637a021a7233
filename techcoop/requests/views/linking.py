"""Pages on which it is said which recommendations a request answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from techcoop.accountability.models import Recommendation
from techcoop.lifecycle import only_while
from techcoop.matching.models import Verdict
from techcoop.matching.queries import judged_for
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.requests import actions, queries
from techcoop.requests.policies import may_screen
from techcoop.requests.statuses import OPEN
from techcoop.requests.views.fetching import requested
from techcoop.web.refusals import ask_first

LONGEST_SEARCH = 200


@require_safe
def recommendations(request: HttpRequest, reference: str) -> HttpResponse:
    """Those that are linked, and a search among the others that were made to the same State."""
    state_request = requested(request, reference)
    not_yours = "" if may_screen(request.user, state_request) else done_by(Permission.SCREEN_REQUESTS)
    ask_first(request, not_yours, lambda: only_while("link_recommendation", state_request.status, OPEN))
    words = request.GET.get("q", "").replace("\0", "")[:LONGEST_SEARCH]
    context = {
        "state_request": state_request,
        "proposals": queries.proposed_for(state_request),
        "refused": judged_for(state_request, Verdict.REFUSED),
        "linked": state_request.recommendations.select_related("mechanism", "state").defer("search"),
        "found": queries.answerable(state_request, words),
        "words": words,
        "most": queries.MOST_OFFERED,
    }
    return render(request, "requests/recommendations.html", context)


@require_POST
def link(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """Say that the request answers a recommendation."""
    return _changed(request, reference, key, actions.link_recommendation)


@require_POST
def unlink(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """Take that back."""
    return _changed(request, reference, key, actions.unlink_recommendation)


@require_POST
def refuse(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """Say that a proposal does not fit."""
    return _changed(request, reference, key, actions.refuse_recommendation)


@require_POST
def reconsider(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """Let a refused recommendation be proposed again."""
    return _changed(request, reference, key, actions.reconsider_recommendation)


def _changed(request: HttpRequest, reference: str, key: int, action) -> HttpResponse:
    state_request = requested(request, reference)
    recommendation = get_object_or_404(Recommendation, pk=key, state_id__in=state_request.state_ids)
    action(state_request, recommendation, by=request.user, at=timezone.now())
    return redirect("requests:recommendations", reference=reference)
