"""One activity: its file, its plan, what came of it."""

from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.delivery import actions
from techcoop.delivery.forms import CancelForm, OutcomeForm, PlanForm
from techcoop.delivery.models import Activity
from techcoop.delivery.policies import may_record_for
from techcoop.delivery.statuses import ACT_LABELS
from techcoop.delivery.views.acts import acts_of
from techcoop.documents.forms import PaperForm
from techcoop.documents.policies import cleared_classes
from techcoop.documents.queries import papers_of
from techcoop.journal.queries import happenings
from techcoop.lifecycle import MoveNotAllowed
from techcoop.projects.models import Project
from techcoop.projects.policies import may_see_money, may_see_working_notes
from techcoop.web.forms import errors_beside_fields
from techcoop.web.links import page_of

ACTIVITIES_HAVE_THEIR_TIME = gettext_lazy(
    "Activities are planned while a project is approved or operational."
)
TONES = {"planned": "waiting", "held": "good", "cancelled": "stopped"}


def _activity(request, key):
    found = Activity.objects.visible_to(request.user).select_related("project", "state")
    return get_object_or_404(found, pk=key)


def _recorded_by(request, key):
    """The activity, for whoever may change what is recorded of it."""
    one = _activity(request, key)
    if not may_record_for(request.user, one.project):
        raise PermissionDenied(
            _("Only those who record activities for the States of this project can do this.")
        )
    return one


@require_safe
def activity(request, key):
    """The file of an activity."""
    one = _activity(request, key)
    context = {
        "activity": one,
        "project_address": page_of(one.project),
        "acts": acts_of(one, request.user),
        "tone": TONES[one.status],
        "costs": one.costs.all() if may_see_money(request.user) else (),
        "papers": papers_of(one, cleared_classes(request.user, one)),
        "history": happenings(one, ACT_LABELS) if may_see_working_notes(request.user, one.project) else None,
    }
    return render(request, "delivery/activity.html", context)


@contextmanager
def kept_if_too_late(form):
    """What was typed stays on the page when the project has closed to activities meanwhile."""
    try:
        yield
    except MoveNotAllowed:
        form.add_error(None, ACTIVITIES_HAVE_THEIR_TIME)


@require_http_methods(["GET", "POST"])
def plan(request, code):
    """Plan an activity of a project."""
    project = get_object_or_404(Project.objects.visible_to(request.user), code=code)
    if not may_record_for(request.user, project):
        raise PermissionDenied
    if project.status not in actions.OPEN_FOR_ACTIVITIES and request.method == "GET":
        raise PermissionDenied(ACTIVITIES_HAVE_THEIR_TIME)
    form = PlanForm(request.POST or None, project=project)
    if form.is_valid():
        with errors_beside_fields(form), kept_if_too_late(form):
            made = actions.plan(
                project,
                what=form.plan(),
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
            return redirect(page_of(made))
    return render(request, "delivery/plan.html", {"form": form, "project": project, "back": page_of(project)})


@require_http_methods(["GET", "POST"])
def revise(request, key):
    """Change the plan of an activity."""
    one = _recorded_by(request, key)
    form = PlanForm(request.POST or None, project=one.project, initial=PlanForm.typed(one))
    if form.is_valid():
        with errors_beside_fields(form):
            actions.revise(one, what=form.plan(), by=request.user, at=timezone.now())
            return redirect(page_of(one))
    return render(request, "delivery/plan.html", {"form": form, "activity": one, "back": page_of(one)})


@require_http_methods(["GET", "POST"])
def report(request, key):
    """Record what came of an activity."""
    one = _recorded_by(request, key)
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        actions.report(one, what=form.what(), by=request.user, at=timezone.now())
        return redirect(page_of(one))
    return render(request, "delivery/report.html", {"form": form, "activity": one, "back": page_of(one)})


@require_http_methods(["GET", "POST"])
def cancel(request, key):
    """Give an activity up."""
    one = _recorded_by(request, key)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        actions.cancel(one, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect(page_of(one))
    return render(request, "delivery/cancel.html", {"form": form, "activity": one, "back": page_of(one)})


@require_http_methods(["GET", "POST"])
def attach(request, key):
    """Keep a paper with an activity."""
    one = _recorded_by(request, key)
    form = PaperForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        actions.attach(one, paper=form.paper(), by=request.user, at=timezone.now())
        return redirect(page_of(one))
    return render(request, "delivery/attach.html", {"form": form, "activity": one, "back": page_of(one)})
