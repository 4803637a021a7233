"""Planning an evaluation, drafting it, marking the criteria, making it final and closing it."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.models import Evaluation, EvaluationKind, Rating
from techcoop.evaluation.policies import is_independent, may_plan_for, may_record, may_respond
from techcoop.evaluation.queries import missing_before_closing, missing_before_finalising
from techcoop.journal.actions import record, require_unchanged
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.projects.models import Project

NOT_INDEPENDENT = _("Nobody evaluates a project whose desk officer or approver they are.")

# The part of an evaluation that is marked, criterion by criterion.
MARKS = "marks"


@dataclass(frozen=True)
class Plan:
    """What an evaluation looks at, by whom, when and how."""

    title: str
    kind: str = EvaluationKind.FINAL
    project: Project | None = None
    conducted_by: str = ""
    began_on: date | None = None
    completed_on: date | None = None
    method: str = ""


@transaction.atomic
def plan(what: Plan, *, submission: UUID, by: User, at: datetime) -> Evaluation:
    """Plan an evaluation; the same form sent twice makes one."""
    # A double click is one person's: their own row makes the second wait for the first.
    User.objects.select_for_update().get(pk=by.pk)
    require(may_plan_for(by, what.project))
    require(is_independent(by, what.project), str(NOT_INDEPENDENT))
    if made := made_before(Evaluation, submission, created_by_id=by.pk):
        return made
    evaluation = Evaluation.objects.create(
        submission=submission, created_by=by, created_at=at, status_since=at, **_values(what)
    )
    record("plan", evaluation, by=by, at=at)
    return evaluation


@transaction.atomic
def revise(evaluation: Evaluation, *, what: Plan, seen: int, by: User, at: datetime) -> Evaluation:
    """Say differently what an evaluation looks at, unless somebody else did so since it was read."""
    evaluation = locked(evaluation)
    require(may_record(by, evaluation) and may_plan_for(by, what.project))
    require(is_independent(by, what.project), str(NOT_INDEPENDENT))
    evaluation.move("revise")
    require_unchanged(evaluation, since=seen)
    changed = [name for name, value in _values(what).items() if getattr(evaluation, name) != value]
    for name in changed:
        setattr(evaluation, name, getattr(what, name))
    evaluation.save(update_fields=changed)
    record("revise", evaluation, by=by, at=at, details={"fields": changed})
    return evaluation


@transaction.atomic
def draft(evaluation: Evaluation, *, by: User, at: datetime) -> Evaluation:
    """Begin to write down what an evaluation finds."""
    evaluation = locked(evaluation)
    require(may_record(by, evaluation))
    return moved(evaluation, "draft", by=by, at=at)


@transaction.atomic
def rate(evaluation: Evaluation, *, marks: dict[str, str], seen: int, by: User, at: datetime) -> Evaluation:
    """Mark the criteria, unless somebody else did; a criterion without a mark stays not rated."""
    evaluation = locked(evaluation)
    require(may_record(by, evaluation))
    evaluation.move("rate")
    require_unchanged(evaluation, since=seen, part=MARKS)
    Rating.objects.filter(evaluation=evaluation).exclude(criterion__in=marks).delete()
    for criterion, mark in marks.items():
        Rating.objects.update_or_create(evaluation=evaluation, criterion=criterion, defaults={"mark": mark})
    record("rate", evaluation, by=by, at=at, details={"part": MARKS, "marks": marks})
    return evaluation


@transaction.atomic
def finalise(evaluation: Evaluation, *, by: User, at: datetime) -> Evaluation:
    """Make an evaluation final: it says who, until when, and finds something, each finding on evidence."""
    evaluation = locked(evaluation)
    require(may_record(by, evaluation))
    return moved(evaluation, "finalise", by=by, at=at, missing=missing_before_finalising(evaluation))


@transaction.atomic
def close(evaluation: Evaluation, *, by: User, at: datetime) -> Evaluation:
    """Close an evaluation whose accepted recommendations are all done or overtaken."""
    evaluation = locked(evaluation)
    require(may_respond(by, evaluation))
    return moved(evaluation, "close", by=by, at=at, missing=missing_before_closing(evaluation))


def moved(
    evaluation: Evaluation, act: str, *, by: User, at: datetime, missing: tuple[str, ...] = ()
) -> Evaluation:
    """Move, save and record; refuse with sentences where something is missing."""
    evaluation.move(act)
    if missing:
        raise ValidationError(list(missing))
    evaluation.status_since = at
    evaluation.save(update_fields=["status", "status_since"])
    record(act, evaluation, by=by, at=at)
    return evaluation


def locked(evaluation: Evaluation) -> Evaluation:
    """The evaluation as it is now, held until the act is done."""
    return Evaluation.objects.select_for_update(of=("self",)).select_related("project").get(pk=evaluation.pk)


def _values(what: Plan) -> dict[str, object]:
    return {one.name: getattr(what, one.name) for one in fields(what)}
