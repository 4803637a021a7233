"""The service clock over all requests: what is late, with whom, and how long each stage takes."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from techcoop.people.permissions import Permission
from techcoop.requests import queries

YEAR = timedelta(days=365)


@require_safe
def clock(request: HttpRequest) -> HttpResponse:
    """What is late by stage and officer, and the median days in each stage over a year."""
    if not request.user.can_for_some_state(Permission.SEE_WORKING_NOTES):
        raise PermissionDenied(_("The service clock is seen inside the programme only."))
    today = timezone.localdate()
    context = {
        "late": queries.lateness(request.user, on=today),
        "times": queries.stage_times(request.user, since=today - YEAR, on=today),
        "since": today - YEAR,
    }
    return render(request, "requests/clock.html", context)
