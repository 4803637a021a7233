"""My desk."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from techcoop.desk.queries import my_desk as desk
from techcoop.desk.queries.places import places_for
from techcoop.people.permissions import Permission


@require_safe
def front(request):
    """The front door leads to my desk."""
    return redirect("desk:my_desk")


@require_safe
def my_desk(request):
    """What waits for me and since when."""
    sees_calendar = request.user.can_for_some_state(Permission.SEE_ACCOUNTABILITY)
    piles = desk.piles(request.user, localdate())
    context = {"piles": piles, "sees_calendar": sees_calendar}
    if not piles:
        context |= {"places": places_for(request.user), "holds_a_role": bool(request.user.held_roles)}
    return render(request, "desk/my_desk.html", context)


@require_safe
def waiting(request, key):
    """Everything in one pile of my desk."""
    today = localdate()
    for one in desk.waiting(request.user, today):
        if one.key == key:
            found = desk.items(one, today)
            return render(request, "desk/waiting.html", {"label": one.label, "items": found})
    raise Http404
