"""The page of a snapshot: for what a State accounted on a day, and what is otherwise later or now."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.views.lists import let_in


@require_safe
def snapshot(request, key):
    """The frozen account, its digest, and what a later one, or the sources now, say otherwise."""
    let_in(request.user)
    seen = queries.snapshots_visible_to(request.user)
    one = get_object_or_404(seen, pk=key)
    later = seen.filter(state=one.state_id, taken_at__gt=one.taken_at).order_by("taken_at", "pk")
    asked = request.GET.get("until", "")
    until = get_object_or_404(later, pk=asked) if asked.isdecimal() else None
    context = {
        "snapshot": one,
        "later": later,
        "until": until,
        "sections": queries.sections_of(one),
        "difference": queries.difference(one, until),
        "recommendations": queries.recommendations_of(one),
    }
    return render(request, "accountability/snapshot.html", context)
