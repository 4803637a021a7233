"""The file of an evaluation, and the steps of its life."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from techcoop.evaluation import actions, policies, queries
from techcoop.evaluation.forms import PlanForm, RatingForm, ReviseForm
from techcoop.evaluation.models import Evaluation
from techcoop.evaluation.statuses import ACT_LABELS, EVALUATION_LIFECYCLE
from techcoop.evaluation.views.acts import RECORDED, acts_of, follow_up_acts, why_not_plan, why_not_yours
from techcoop.journal.queries import happenings, last_edit
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.projects.models import Project
from techcoop.projects.queries import suggested
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.panels import panels_beside
from techcoop.web.refusals import ask_first

MOST_SUGGESTED = 10
TONES = {"planned": "waiting", "draft": "going", "final": "waiting", "responded": "going", "closed": "good"}
AT_ONCE = {
    "draft": actions.draft,
    "finalise": actions.finalise,
    "publish_response": actions.publish_response,
    "close": actions.close,
}


def the_evaluation(request, key):
    """The evaluation of this key, if the person may see it."""
    seen = Evaluation.objects.visible_to(request.user).select_related("project")
    return get_object_or_404(seen, pk=key)


def evaluation_for(request, key, act, whose=RECORDED):
    """The evaluation of this key, for whoever may do this with it now."""
    one = the_evaluation(request, key)
    in_time(request, one, act, whose)
    return one


def in_time(request, one, act, whose, also=None):
    """Tell whoever opens a form of an evaluation what stands against it; `also` asks something more."""

    def timely():
        EVALUATION_LIFECYCLE.after(one.status, act)
        if also:
            also()

    ask_first(request, why_not_yours(one, request.user, whose), timely)


@require_safe
def evaluation(request, key):
    """The file of an evaluation."""
    one = the_evaluation(request, key)
    contents = queries.contents(one)
    open_to_answers = one.status == "final" and policies.may_respond(request.user, one)
    followed = one.status == "responded" and policies.may_respond(request.user, one)
    context = {
        "evaluation": one,
        "contents": contents,
        "tone": TONES[one.status],
        "acts": acts_of(one, request.user),
        "panels": panels_beside(one, request.user),
        "reads_all": policies.may_record(request.user, one),
        "in_draft": one.status == "draft" and policies.may_record(request.user, one),
        "open_to_answers": open_to_answers,
        "followed": {
            recommendation.pk: follow_up_acts(recommendation, request.user)
            for recommendation in contents.recommendations
            if followed and recommendation.response != "rejected"
        },
        "history": happenings(one, ACT_LABELS) if policies.may_see_working_notes(request.user, one) else None,
    }
    return render(request, "evaluation/evaluation.html", context)


@require_http_methods(["GET", "POST"])
def plan(request):
    """Plan an evaluation."""
    named = request.GET.get("project", "")
    project = Project.objects.visible_to(request.user).filter(code=named).first() if named else None
    allowed = policies.may_plan(request.user)
    not_yours = "" if allowed else done_by(Permission.RECORD_EVALUATIONS)
    ask_first(request, not_yours or (project and why_not_plan(project, request.user)), lambda: None)
    first = {"project": named}
    form = PlanForm(request.POST or None, user=request.user, initial=first)
    if form.is_valid():
        with errors_beside_fields(form):
            made = actions.plan(
                _what(form),
                submission=form.cleaned_data["submission"],
                by=request.user,
                at=timezone.now(),
            )
            return redirect(page_of(made))
    return filled(request, form, _("Plan an evaluation"))


@require_safe
def projects_suggested(request):
    """Projects that may be meant by the letters typed so far, as options."""
    if not policies.may_plan(request.user):
        raise PermissionDenied
    seen = Project.objects.visible_to(request.user)
    found = suggested(seen, request.GET.get("project", "").strip().replace("\0", ""))[:MOST_SUGGESTED]
    return render(request, "evaluation/_projects_suggested.html", {"projects": found})


@require_http_methods(["GET", "POST"])
def revise(request, key):
    """Say differently what an evaluation looks at."""
    one = evaluation_for(request, key, "revise")
    edited = last_edit(one)
    given = {"user": request.user, "initial": PlanForm.typed(one), "edited": edited}
    form = ReviseForm(request.POST or None, **given)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.revise(one, what=_what(form), seen=edited.number, by=request.user, at=timezone.now())
            return saved(request, form, page_of(one))
    return filled(request, form, _("Revise the evaluation"), one)


@require_http_methods(["GET", "POST"])
def rate(request, key):
    """Mark the criteria."""
    one = evaluation_for(request, key, "rate")
    known = {**RatingForm.NONE, **dict(one.ratings.values_list("criterion", "mark"))}
    edited = last_edit(one, part=actions.MARKS)
    form = RatingForm(request.POST or None, initial=known, edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            given = {"marks": form.marks(), "seen": edited.number}
            actions.rate(one, by=request.user, at=timezone.now(), **given)
            return saved(request, form, page_of(one))
    return filled(request, form, _("Mark the criteria"), one)


@require_POST
def step(request, key, act):
    """Take a step that needs no words."""
    one = the_evaluation(request, key)
    try:
        AT_ONCE[act](one, by=request.user, at=timezone.now())
    except ValidationError as missing:
        for sentence in missing.messages:
            messages.error(request, sentence)
    return redirect(page_of(one))


def filled(request, form, title, evaluation=None):
    """A form of this app, and the way back."""
    context = {"form": form, "title": title, "evaluation": evaluation}
    return form_page(request, "evaluation/form.html", context)


def _what(form):
    data = {name: value for name, value in form.cleaned_data.items() if name != "submission"}
    return actions.Plan(**data)
