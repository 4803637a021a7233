"""Writing down findings, evidence, lessons and recommendations, and answering these."""

from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.evaluation import actions
from techcoop.evaluation.forms import AdviceForm, AnswerForm, EvidenceForm, FindingForm, LessonForm, WhyForm
from techcoop.evaluation.models import EvaluationRecommendation, Finding
from techcoop.evaluation.views.acts import ANSWERED, RECORDED
from techcoop.evaluation.views.evaluation import evaluation_for, filled, in_time
from techcoop.journal.queries import last_edit
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields
from techcoop.web.links import page_of

BOTH = require_http_methods(["GET", "POST"])
STATES = ("statement", "criterion", "component", "state")


def _finding(request, key):
    """A finding, for whoever may write in its evaluation now."""
    seen = Finding.objects.visible_to(request.user).select_related("evaluation__project")
    finding = get_object_or_404(seen, pk=key)
    in_time(request, finding.evaluation, "add_finding", RECORDED)
    return finding


def _recommendation(request, key, act, also=None):
    """A recommendation, for whoever answers for the programme and may do so now."""
    seen = EvaluationRecommendation.objects.visible_to(request.user)
    found = get_object_or_404(seen.select_related("evaluation__project"), pk=key)
    in_time(request, found.evaluation, act, ANSWERED, lambda: also and also(found))
    return found


@BOTH
def add_finding(request, key):
    """Write down a finding together with what it rests on."""
    one = evaluation_for(request, key, "add_finding")
    form = FindingForm(request.POST or None, evaluation=one)
    if form.is_valid():
        typed = form.cleaned_data
        what = actions.Observation(
            is_strength=form.shows_strength(), **{name: typed[name] for name in STATES}
        )
        with errors_beside_fields(form):
            actions.add_finding(one, what=what, evidence=(_grounds(typed),), **_sent(request, form))
            return redirect(page_of(one))
    return filled(request, form, _("Add a finding"), one)


@BOTH
def add_evidence(request, key):
    """Say what else a finding rests on."""
    finding = _finding(request, key)
    form = EvidenceForm(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.add_evidence(finding, what=_grounds(form.cleaned_data), **_sent(request, form))
            return redirect(page_of(finding.evaluation))
    return filled(request, form, _("Add evidence"), finding.evaluation)


@BOTH
def remove_finding(request, key):
    """Take a finding out of a draft."""
    finding = _finding(request, key)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.remove_finding(finding, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(finding.evaluation))
    return filled(request, form, _("Remove the finding"), finding.evaluation)


@BOTH
def add_lesson(request, key):
    """Write down a lesson."""
    one = evaluation_for(request, key, "add_lesson")
    form = LessonForm(request.POST or None)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.add_lesson(one, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect(page_of(one))
    return filled(request, form, _("Add a lesson"), one)


@BOTH
def add_recommendation(request, key):
    """Write down a recommendation and the findings on which it rests."""
    one = evaluation_for(request, key, "add_recommendation")
    form = AdviceForm(request.POST or None, evaluation=one)
    if form.is_valid():
        typed = form.cleaned_data
        what = actions.Advice(typed["text"], typed["addressee"], tuple(typed["findings"]))
        with errors_beside_fields(form):
            actions.add_recommendation(one, what=what, **_sent(request, form))
            return redirect(page_of(one))
    return filled(request, form, _("Add a recommendation"), one)


@BOTH
def respond(request, key):
    """Answer a recommendation for the programme."""
    recommendation = _recommendation(request, key, "respond")
    edited = last_edit(recommendation.evaluation, part=recommendation.part)
    form = AnswerForm(request.POST or None, initial=AnswerForm.typed(recommendation), edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            given = {"what": actions.Answer(**form.cleaned_data), "seen": edited.number}
            actions.respond(recommendation, by=request.user, at=timezone.now(), **given)
            return saved(request, form, page_of(recommendation.evaluation))
    return filled(request, form, _("Answer the recommendation"), recommendation.evaluation)


@BOTH
def follow_up(request, key, act):
    """Say what has become of a recommendation."""
    recommendation = _recommendation(request, key, "follow_up", lambda one: actions.check_follow_up(one, act))
    form = WhyForm(request.POST or None, label=_("What was done, or why it is overtaken"))
    if form.is_valid():
        with errors_beside_fields(form):
            given = {"act": act, "why": form.cleaned_data["why"]}
            actions.follow_up(recommendation, by=request.user, at=timezone.now(), **given)
            return redirect(page_of(recommendation.evaluation))
    return filled(request, form, _("Follow up the recommendation"), recommendation.evaluation)


def _sent(request, form):
    """Which form was sent, by whom and when."""
    return {"submission": form.cleaned_data["submission"], "by": request.user, "at": timezone.now()}


def _grounds(typed):
    return actions.Grounds(typed["kind"], typed["description"], typed["is_confidential"])
