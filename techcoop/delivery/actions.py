"""Planning activities, and recording what came of them."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.delivery.models import Activity, ActivityCost
from techcoop.delivery.policies import may_record, may_record_for
from techcoop.delivery.statuses import LIFECYCLE
from techcoop.documents import actions as documents
from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.journal.actions import record
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.projects.models import Project
from techcoop.projects.statuses import ProjectStatus

OPEN_FOR_ACTIVITIES = (ProjectStatus.APPROVED, ProjectStatus.OPERATIONAL)
OUTSIDE_THE_PROJECT = _("The activity lies outside the dates of the project.")
FOREIGN_STATE = _("The project does not work in this State.")


@dataclass(frozen=True)
class Plan:
    """What an activity is to be: exactly one form of assistance, a place, days."""

    form: str
    title: str
    starts_on: date
    ends_on: date
    state: State | None = None
    place: str = ""
    description: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of an activity: people reached by sex, cost by family of funds in US dollars."""

    outcome: str
    women: int | None = None
    men: int | None = None
    others: int | None = None
    costs: dict[str, Decimal] = field(default_factory=dict)


def check_plan(plan: Plan, project: Project) -> None:
    """An activity lies within the dates of its project and in one of its States."""
    begins_before = project.starts_on and plan.starts_on < project.starts_on
    ends_after = project.ends_on and plan.ends_on > project.ends_on
    if begins_before or ends_after:
        raise ValidationError({"starts_on": OUTSIDE_THE_PROJECT})
    if plan.state and not project.states.filter(pk=plan.state.pk).exists():
        raise ValidationError({"state": FOREIGN_STATE})


@transaction.atomic
def plan(project: Project, *, what: Plan, submission: UUID, by: User, at: datetime) -> Activity:
    """Plan something to be done in a project; the same form sent twice makes one activity."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    require(may_record_for(by, project))
    if made := made_before(Activity, submission, created_by_id=by.pk, project_id=project.pk):
        return made
    if project.status not in OPEN_FOR_ACTIVITIES:
        raise MoveNotAllowed("plan", project.status)
    check_plan(what, project)
    activity = Activity.objects.create(
        project=project,
        **_fields(what),
        submission=submission,
        created_by=by,
        created_at=at,
        status_since=at,
    )
    record("plan", activity, by=by, at=at)
    return activity


@transaction.atomic
def revise(activity: Activity, *, what: Plan, by: User, at: datetime) -> Activity:
    """Change the plan of an activity that has not been held."""
    activity = _locked(activity)
    require(may_record(by, activity))
    if "report" not in LIFECYCLE.allowed_acts(activity.status):
        raise MoveNotAllowed("revise", activity.status)
    check_plan(what, activity.project)
    for name, value in _fields(what).items():
        setattr(activity, name, value)
    activity.save(update_fields=list(_fields(what)))
    record("revise", activity, by=by, at=at)
    return activity


@transaction.atomic
def report(activity: Activity, *, what: Outcome, by: User, at: datetime) -> Activity:
    """Record that an activity was held: who was reached, what it cost, what came of it."""
    activity = _locked(activity)
    require(may_record(by, activity))
    activity.move("report")
    for name in ("outcome", "women", "men", "others"):
        setattr(activity, name, getattr(what, name))
    activity.status_since = at
    activity.save(update_fields=["status", "status_since", "outcome", "women", "men", "others"])
    ActivityCost.objects.bulk_create(
        ActivityCost(activity=activity, family=family, amount=amount)
        for family, amount in what.costs.items()
        if amount
    )
    record("report", activity, by=by, at=at)
    return activity


@transaction.atomic
def cancel(activity: Activity, *, by: User, at: datetime, why: str) -> Activity:
    """Give up an activity that was planned, with the reason."""
    activity = _locked(activity)
    require(may_record(by, activity))
    activity.move("cancel")
    activity.status_since = at
    activity.save(update_fields=["status", "status_since"])
    record("cancel", activity, by=by, at=at, why=why)
    return activity


@transaction.atomic
def attach(activity: Activity, *, paper: Paper, by: User, at: datetime) -> Document:
    """Keep a paper with an activity: an agenda, a list, a report."""
    activity = _locked(activity)
    require(may_record(by, activity))
    return documents.attach(paper, to=activity, by=by, at=at)


def _locked(activity: Activity) -> Activity:
    return Activity.objects.select_for_update(of=("self",)).select_related("project").get(pk=activity.pk)


def _fields(what: Plan) -> dict:
    return {one.name: getattr(what, one.name) for one in fields(what)}
