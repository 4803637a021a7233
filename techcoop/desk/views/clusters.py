"""The page of one State's recommendations by subject."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from techcoop.accountability.models import MechanismKind
from techcoop.atlas.models import State
from techcoop.desk.queries.clusters import clusters
from techcoop.people.permissions import Permission


@require_safe
def by_subject(request, iso3):
    """What says the same to a State, across mechanisms and cycles, and which assistance points at it."""
    if not request.user.can(Permission.SEE_ACCOUNTABILITY):
        raise PermissionDenied(_("Your role does not show the facts of accountability."))
    state = get_object_or_404(State, iso3=iso3.upper())
    context = {
        "state": state,
        "kinds": MechanismKind.labels,
        "clusters": clusters(state, request.user),
    }
    return render(request, "desk/by_subject.html", context)
