"""Writing differently what an evaluation finds, learns and recommends, until it is concluded."""

from dataclasses import fields
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.actions.evaluations import locked
from techcoop.evaluation.actions.findings import Advice, Observation, check_grounds, check_place
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Finding, Lesson
from techcoop.evaluation.policies import may_record
from techcoop.journal.actions import record, require_unchanged
from techcoop.people.models import User
from techcoop.people.policies import require

TAKEN_OUT = _("Somebody has taken this out meanwhile.")


@transaction.atomic
def revise_finding(finding: Finding, *, what: Observation, seen: int, by: User, at: datetime) -> Finding:
    """Write a finding differently; what it rests on stays."""
    evaluation = _drafted(finding, "add_finding", seen=seen, by=by)
    check_place(what, evaluation)
    for one in fields(what):
        setattr(finding, one.name, getattr(what, one.name))
    finding.save(update_fields=[one.name for one in fields(what)])
    details = {"part": finding.part, "finding": finding.number}
    record("revise_finding", evaluation, by=by, at=at, details=details)
    return finding


@transaction.atomic
def revise_lesson(
    lesson: Lesson, *, statement: str, component: str = "", seen: int, by: User, at: datetime
) -> Lesson:
    """Write a lesson differently."""
    evaluation = _drafted(lesson, "add_lesson", seen=seen, by=by)
    lesson.statement, lesson.component = statement, component
    lesson.save(update_fields=["statement", "component"])
    record("revise_lesson", evaluation, by=by, at=at, details={"part": lesson.part, "lesson": lesson.pk})
    return lesson


@transaction.atomic
def revise_recommendation(
    recommendation: EvaluationRecommendation, *, what: Advice, seen: int, by: User, at: datetime
) -> EvaluationRecommendation:
    """Write a recommendation differently, or let it rest on other findings."""
    evaluation = _drafted(recommendation, "add_recommendation", seen=seen, by=by)
    check_grounds(what, evaluation)
    recommendation.text, recommendation.addressee = what.text, what.addressee
    recommendation.save(update_fields=["text", "addressee"])
    recommendation.findings.set(what.findings)
    details = {"part": recommendation.part, "recommendation": recommendation.number}
    record("revise_recommendation", evaluation, by=by, at=at, details=details)
    return recommendation


def _drafted(
    said: Finding | Lesson | EvaluationRecommendation, act: str, *, seen: int, by: User
) -> Evaluation:
    """The evaluation, held, if this person may write in it and nobody has changed this part meanwhile."""
    evaluation = locked(said.evaluation)
    require(may_record(by, evaluation))
    evaluation.move(act)
    if not type(said)._default_manager.filter(pk=said.pk).exists():
        raise ValidationError(TAKEN_OUT)
    require_unchanged(evaluation, since=seen, part=said.part)
    return evaluation
