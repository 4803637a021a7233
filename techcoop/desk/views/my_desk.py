"""My desk."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from techcoop.desk.queries import my_desk as desk
from techcoop.people.roles import Permission


@require_safe
def front(request):
    """The front door leads to my desk."""
    return redirect("desk:my_desk")


@require_safe
def my_desk(request):
    """What waits for me and since when."""
    sees_calendar = request.user.can(Permission.SEE_ACCOUNTABILITY)
    context = {"piles": desk.piles(request.user, localdate()), "sees_calendar": sees_calendar}
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
