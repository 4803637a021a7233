"""Writing down findings, evidence, lessons and recommendations, and answering these."""

from functools import partial

from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.evaluation import actions
from techcoop.evaluation.forms import (
    AdviceForm,
    AnswerForm,
    EvidenceForm,
    FindingForm,
    LessonForm,
    ReviseAdviceForm,
    ReviseFindingForm,
    ReviseLessonForm,
    WhyForm,
)
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Finding, Lesson
from techcoop.evaluation.views.acts import ANSWERED, RECORDED
from techcoop.evaluation.views.evaluation import evaluation_for, filled, in_time
from techcoop.journal.queries import last_edit
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields
from techcoop.web.links import page_of

BOTH = require_http_methods(["GET", "POST"])


def _finding(request, key):
    """A finding, for whoever may write in its evaluation now."""
    seen = Finding.objects.visible_to(request.user).select_related("evaluation__project")
    finding = get_object_or_404(seen, pk=key)
    in_time(request, finding.evaluation, "add_finding", RECORDED)
    return finding


def _recommendation(request, key, act, whose=ANSWERED, also=None):
    """A recommendation, for whoever may do this with it now: answer for the programme, else reword it."""
    seen = EvaluationRecommendation.objects.visible_to(request.user)
    found = get_object_or_404(seen.select_related("evaluation__project"), pk=key)
    in_time(request, found.evaluation, act, whose, lambda: also and also(found))
    return found


@BOTH
def add_finding(request, key):
    """Write down a finding together with what it rests on."""
    one = evaluation_for(request, key, "add_finding")
    form = FindingForm(request.POST or None, evaluation=one)
    if form.is_valid():
        with errors_beside_fields(form):
            found = {"what": form.observation(), "evidence": (_grounds(form.cleaned_data),)}
            actions.add_finding(one, **found, **_sent(request, form))
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
        with errors_beside_fields(form):
            actions.add_recommendation(one, what=form.advice(), **_sent(request, form))
            return redirect(page_of(one))
    return filled(request, form, _("Add a recommendation"), one)


@BOTH
def revise_finding(request, key):
    """Write a finding differently."""
    finding = _finding(request, key)
    form = partial(ReviseFindingForm, evaluation=finding.evaluation, initial=ReviseFindingForm.typed(finding))
    return _reworded(request, finding, form, actions.revise_finding, _("Revise the finding"))


@BOTH
def revise_lesson(request, key):
    """Write a lesson differently."""
    seen = Lesson.objects.filter(evaluation__in=Evaluation.objects.visible_to(request.user))
    lesson = get_object_or_404(seen.select_related("evaluation__project"), pk=key)
    in_time(request, lesson.evaluation, "add_lesson", RECORDED)
    form = partial(ReviseLessonForm, initial=ReviseLessonForm.typed(lesson))
    return _reworded(request, lesson, form, actions.revise_lesson, _("Revise the lesson"))


@BOTH
def revise_recommendation(request, key):
    """Write a recommendation differently, or let it rest on other findings."""
    one = _recommendation(request, key, "add_recommendation", RECORDED)
    form = partial(ReviseAdviceForm, evaluation=one.evaluation, initial=ReviseAdviceForm.typed(one))
    return _reworded(request, one, form, actions.revise_recommendation, _("Revise the recommendation"))


def _reworded(request, said, form, act, title):
    """Write a part of an evaluation differently, that somebody else may be at, too."""
    edited = last_edit(said.evaluation, part=said.part)
    form = form(request.POST or None, edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            act(said, seen=edited.number, by=request.user, at=timezone.now(), **form.given())
            return saved(request, form, page_of(said.evaluation))
    return filled(request, form, title, said.evaluation)


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
    check = partial(actions.check_follow_up, act=act)
    recommendation = _recommendation(request, key, "follow_up", also=check)
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
