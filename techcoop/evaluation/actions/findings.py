"""Writing down what an evaluation found, on what evidence, what was learnt and what it recommends."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.actions.evaluations import locked
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Evidence, Finding, Lesson
from techcoop.evaluation.policies import may_record
from techcoop.journal.actions import record
from techcoop.journal.queries import did
from techcoop.people.models import User
from techcoop.people.policies import made_before, require

NO_EVIDENCE = _("There is no finding without evidence.")
NO_FINDING = _("A recommendation rests on one finding of this evaluation at least.")
FOREIGN_STATE = _("The project does not work in this State.")
GIVE_REASONS = _("Give the reasons.")
RESTED_UPON = _("A recommendation rests on this finding.")


@dataclass(frozen=True)
class Grounds:
    """A piece of evidence."""

    kind: str
    description: str
    is_confidential: bool = False


@dataclass(frozen=True)
class Observation:
    """A finding as it is written down: what, by which criterion, where, about which component."""

    statement: str
    criterion: str
    is_strength: bool
    component: str = ""
    state: State | None = None


@dataclass(frozen=True)
class Advice:
    """A recommendation as it is written down: to whom, resting on which findings."""

    text: str
    addressee: str
    findings: tuple[Finding, ...]


def check_place(what: Observation, evaluation: Evaluation) -> None:
    """A finding is about a State in which the project works, where the evaluation is of one."""
    if what.state and evaluation.state_ids and what.state.pk not in evaluation.state_ids:
        raise ValidationError({"state": FOREIGN_STATE})


def check_grounds(what: Advice, evaluation: Evaluation) -> None:
    """A recommendation rests on findings, and on none of another evaluation."""
    if not what.findings or any(one.evaluation_id != evaluation.pk for one in what.findings):
        raise ValidationError({"findings": NO_FINDING})


@transaction.atomic
def add_finding(
    evaluation: Evaluation,
    *,
    what: Observation,
    evidence: tuple[Grounds, ...],
    submission: UUID,
    by: User,
    at: datetime,
) -> Finding:
    """Write down a finding together with what it rests on."""
    evaluation = locked(evaluation)
    require(may_record(by, evaluation))
    if made := made_before(Finding, submission, evaluation_id=evaluation.pk):
        require(did(by, "add_finding", evaluation, finding=made.number))
        return made
    evaluation.move("add_finding")
    if not evidence:
        raise ValidationError({"description": NO_EVIDENCE})
    check_place(what, evaluation)
    number = _next(Finding.objects.filter(evaluation=evaluation))
    written = {one.name: getattr(what, one.name) for one in fields(what)}
    finding = Finding.objects.create(evaluation=evaluation, number=number, submission=submission, **written)
    for one in evidence:
        Evidence.objects.create(finding=finding, **asdict(one))
    record("add_finding", evaluation, by=by, at=at, details={"finding": finding.number})
    return finding


@transaction.atomic
def add_evidence(finding: Finding, *, what: Grounds, submission: UUID, by: User, at: datetime) -> Evidence:
    """Say what else a finding rests on."""
    evaluation = locked(finding.evaluation)
    require(may_record(by, evaluation))
    if made := made_before(Evidence, submission, finding_id=finding.pk):
        require(did(by, "add_evidence", evaluation, evidence=made.pk))
        return made
    evaluation.move("add_finding")
    evidence = Evidence.objects.create(finding=finding, submission=submission, **asdict(what))
    details = {"finding": finding.number, "evidence": evidence.pk}
    record("add_evidence", evaluation, by=by, at=at, details=details)
    return evidence


@transaction.atomic
def remove_finding(finding: Finding, *, by: User, at: datetime, why: str) -> Evaluation:
    """Take a finding out of a draft, with the reason; the row history keeps it."""
    evaluation = locked(finding.evaluation)
    require(may_record(by, evaluation))
    evaluation.move("add_finding")
    if not why.strip():
        raise ValidationError({"why": GIVE_REASONS})
    if finding.recommendations.exists():
        raise ValidationError(RESTED_UPON)
    number = finding.number
    finding.delete()
    record("remove_finding", evaluation, by=by, at=at, why=why, details={"finding": number})
    return evaluation


@transaction.atomic
def add_lesson(
    evaluation: Evaluation,
    *,
    statement: str,
    component: str = "",
    submission: UUID,
    by: User,
    at: datetime,
) -> Lesson:
    """Write down what the programme learns from an evaluation."""
    evaluation = locked(evaluation)
    require(may_record(by, evaluation))
    if made := made_before(Lesson, submission, evaluation_id=evaluation.pk):
        require(did(by, "add_lesson", evaluation, lesson=made.pk))
        return made
    evaluation.move("add_lesson")
    lesson = Lesson.objects.create(
        evaluation=evaluation, statement=statement, component=component, submission=submission
    )
    record("add_lesson", evaluation, by=by, at=at, details={"lesson": lesson.pk})
    return lesson


@transaction.atomic
def add_recommendation(
    evaluation: Evaluation, *, what: Advice, submission: UUID, by: User, at: datetime
) -> EvaluationRecommendation:
    """Write down what an evaluation recommends, and on which of its findings that rests."""
    evaluation = locked(evaluation)
    require(may_record(by, evaluation))
    if made := made_before(EvaluationRecommendation, submission, evaluation_id=evaluation.pk):
        require(did(by, "add_recommendation", evaluation, recommendation=made.number))
        return made
    evaluation.move("add_recommendation")
    check_grounds(what, evaluation)
    recommendation = EvaluationRecommendation.objects.create(
        evaluation=evaluation,
        number=_next(EvaluationRecommendation.objects.filter(evaluation=evaluation)),
        text=what.text,
        addressee=what.addressee,
        submission=submission,
    )
    recommendation.findings.set(what.findings)
    details = {"recommendation": recommendation.number}
    record("add_recommendation", evaluation, by=by, at=at, details=details)
    return recommendation


def _next(numbered: models.QuerySet) -> int:
    return (numbered.aggregate(last=Max("number"))["last"] or 0) + 1
