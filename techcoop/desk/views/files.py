"""The file of a State, and the file of a project."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from techcoop.atlas.queries import states_with_regions
from techcoop.desk.queries import state_file
from techcoop.people.roles import Permission

LOOKING_INTO_A_STATE = (Permission.SEE_ACCOUNTABILITY, Permission.SEE_REQUESTS, Permission.SEE_PROJECTS)


@require_safe
def state(request, iso3):
    """A State's file: accountability and assistance side by side."""
    if not any(request.user.can(one) for one in LOOKING_INTO_A_STATE):
        raise PermissionDenied
    one = get_object_or_404(states_with_regions(), iso3=iso3.upper())
    sees_facts = request.user.can(Permission.SEE_ACCOUNTABILITY)
    context = {
        "state": one,
        "accountability": state_file.accountability(one) if sees_facts else None,
        "assistance": state_file.assistance(one, request.user),
        "recommendations_address": state_file.recommendations_address(one),
        "search_address": reverse("accountability:recommendations"),
    }
    return render(request, "desk/state.html", context)
