"""Pages on which activities are planned, changed, given up, and on which is said what came of them."""

from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.delivery import actions
from techcoop.delivery.forms import CancelForm, CorrectForm, OutcomeForm, PlanForm, ReviseForm
from techcoop.delivery.statuses import LIFECYCLE
from techcoop.delivery.views.activity import the_activity
from techcoop.delivery.views.acts import LABELS, why_not_yours
from techcoop.documents.forms import PaperForm
from techcoop.journal.queries import last_edit
from techcoop.lifecycle import only_while
from techcoop.projects.models import Project
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.refusals import ask_first

BOTH = require_http_methods(["GET", "POST"])


def _activity_for(request, key, act):
    """The activity, for whoever may do this with it now."""
    one = the_activity(request, key)
    not_yours = why_not_yours(one.project, request.user)
    ask_first(request, not_yours, lambda: LIFECYCLE.after(one.status, act))
    return one


def _page(request, form, title, about, **more):
    """A form about an activity, or about the project in which one is planned."""
    context = {"form": form, "title": title, "about": about, "back": page_of(about), **more}
    return form_page(request, "delivery/act.html", context)


@BOTH
def plan(request, code):
    """Plan an activity of a project."""
    project = get_object_or_404(Project.objects.visible_to(request.user), code=code)
    ask_first(
        request,
        why_not_yours(project, request.user),
        lambda: only_while("plan", project.status, actions.OPEN_FOR_ACTIVITIES),
    )
    form = PlanForm(request.POST or None, project=project)
    if form.is_valid():
        with errors_beside_fields(form):
            made = actions.plan(
                project,
                what=form.plan(),
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
            return redirect(page_of(made))
    return _page(request, form, _("Plan an activity"), project)


@BOTH
def revise(request, key):
    """Change the plan of an activity."""
    one = _activity_for(request, key, "revise")
    edited = last_edit(one)
    form = ReviseForm(request.POST or None, project=one.project, initial=PlanForm.typed(one), edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.revise(one, what=form.plan(), seen=edited.number, by=request.user, at=timezone.now())
            return saved(request, form, page_of(one))
    return _page(request, form, LABELS["revise"], one)


@BOTH
def report(request, key):
    """Record what came of an activity."""
    one = _activity_for(request, key, "report")
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.report(one, what=form.what(), by=request.user, at=timezone.now())
            return redirect(page_of(one))
    return _page(request, form, LABELS["report"], one)


@BOTH
def correct(request, key):
    """Put right what was recorded of an activity."""
    one = _activity_for(request, key, "correct")
    edited = last_edit(one)
    form = CorrectForm(request.POST or None, initial=OutcomeForm.typed(one), edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            given = {"what": form.what(), "why": form.cleaned_data["why"], "seen": edited.number}
            actions.correct(one, by=request.user, at=timezone.now(), **given)
            return saved(request, form, page_of(one))
    return _page(request, form, LABELS["correct"], one)


@BOTH
def cancel(request, key):
    """Give an activity up."""
    one = _activity_for(request, key, "cancel")
    form = CancelForm(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.cancel(one, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(one))
    return _page(request, form, LABELS["cancel"], one, submit=LABELS["cancel"], grave="yes")


@BOTH
def attach(request, key):
    """Keep a paper with an activity."""
    one = the_activity(request, key)
    ask_first(request, why_not_yours(one.project, request.user), lambda: None)
    form = PaperForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.attach(one, paper=form.paper(), by=request.user, at=timezone.now())
            return redirect(page_of(one))
    return _page(request, form, _("Add a document"), one)
