"""The file of an evaluation, and the steps of its life."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from techcoop.evaluation import actions, policies, queries
from techcoop.evaluation.forms import PlanForm, RatingForm
from techcoop.evaluation.models import Evaluation
from techcoop.evaluation.statuses import ACT_LABELS
from techcoop.evaluation.views.acts import acts_of, follow_up_acts
from techcoop.journal.queries import happenings
from techcoop.projects.models import Project
from techcoop.projects.queries import suggested
from techcoop.web.forms import errors_beside_fields
from techcoop.web.links import page_of

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
        "reads_all": policies.may_record(request.user, one),
        "in_draft": one.status == "draft" and policies.may_record(request.user, one),
        "open_to_answers": open_to_answers,
        "followed": {
            recommendation.pk: follow_up_acts(recommendation, request.user)
            for recommendation in contents.recommendations
            if followed and recommendation.response != "rejected"
        },
        "history": happenings(one, ACT_LABELS),
    }
    return render(request, "evaluation/evaluation.html", context)


@require_http_methods(["GET", "POST"])
def plan(request):
    """Plan an evaluation."""
    if not policies.may_plan(request.user):
        raise PermissionDenied(_("Only those who record evaluations can plan one."))
    first = {"project": request.GET.get("project", "")}
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
    one = the_evaluation(request, key)
    fields = ("title", "kind", "conducted_by", "began_on", "completed_on", "method")
    known = {name: getattr(one, name) for name in fields}
    known["project"] = one.project.code if one.project else ""
    form = PlanForm(request.POST or None, user=request.user, initial=known)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.revise(one, what=_what(form), by=request.user, at=timezone.now())
            return redirect(page_of(one))
    return filled(request, form, _("Revise the evaluation"), one)


@require_http_methods(["GET", "POST"])
def rate(request, key):
    """Mark the criteria."""
    one = the_evaluation(request, key)
    known = dict(one.ratings.values_list("criterion", "mark"))
    form = RatingForm(request.POST or None, initial=known)
    if form.is_valid():
        actions.rate(one, marks=form.marks(), by=request.user, at=timezone.now())
        return redirect(page_of(one))
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
    return render(request, "evaluation/form.html", {"form": form, "title": title, "evaluation": evaluation})


def _what(form):
    data = {name: value for name, value in form.cleaned_data.items() if name != "submission"}
    return actions.Plan(**data)
