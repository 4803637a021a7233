"""The thread, from whatever thing one stands at."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from techcoop.accountability.models import Recommendation
from techcoop.desk.queries.thread import thread as the_thread
from techcoop.people.permissions import Permission
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest
from techcoop.web.acts import Act
from techcoop.web.links import page_of

KINDS = {StateRequest: "request", Project: "project", Recommendation: "recommendation"}


def acts_on(thing, user):
    """The way from the page of a thing onto the thread that runs through it."""
    address = reverse("desk:thread", args=[KINDS[type(thing)], thing.pk])
    return [Act("thread", _("Follow the thread"), address)]


@require_safe
def thread(request, kind, key):
    """The thread forwards and backwards from a request, a project or a recommendation."""
    here = get_object_or_404(_visible(kind, request.user), pk=key)
    context = {"here": here, "address": page_of(here), "stages": the_thread(here, request.user)}
    return render(request, "desk/thread.html", context)


def _visible(kind, user):
    match kind:
        case "request":
            return StateRequest.objects.visible_to(user)
        case "project":
            return Project.objects.visible_to(user)
        case "recommendation" if user.can(Permission.SEE_ACCOUNTABILITY):
            return Recommendation.objects.all()
    raise Http404
