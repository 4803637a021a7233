"""What stands beside a request for those who weigh it: similar requests, and what later stages know."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.requests import queries
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may_see_working_notes
from techcoop.requests.views.fetching import requested
from techcoop.web.panels import panels_beside


def beside(state_request: StateRequest, user: User, *, now: datetime) -> dict[str, Any]:
    """The same on every page on which somebody weighs or decides."""
    return {
        "similar": queries.similar_to(state_request, user, on=now.date()),
        "panels": panels_beside(state_request, user),
    }


@require_safe
def similar(request: HttpRequest, reference: str) -> HttpResponse:
    """The same as a page of its own; the page of the request fetches it when it is there itself."""
    state_request = requested(request, reference)
    if not may_see_working_notes(request.user, state_request):
        raise PermissionDenied(done_by(Permission.SEE_WORKING_NOTES))
    found = beside(state_request, request.user, now=timezone.now())
    return render(request, "requests/similar.html", {"state_request": state_request, **found})
