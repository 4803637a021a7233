"""The page of a snapshot: for what a State accounted on a day, and what has changed since."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.views.lists import let_in


@require_safe
def snapshot(request, key):
    """The frozen account, its digest, and what the sources say otherwise now."""
    let_in(request.user)
    one = get_object_or_404(queries.snapshots_visible_to(request.user), pk=key)
    context = {
        "snapshot": one,
        "sections": queries.sections_of(one),
        "changes": queries.changes_since(one),
    }
    return render(request, "accountability/snapshot.html", context)
