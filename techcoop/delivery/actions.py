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
from techcoop.documents import actions as documents
from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.journal.actions import record, require_unchanged
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.programme.models import FundFamily
from techcoop.programme.queries import NO_FUND_YET, gives_nothing_yet
from techcoop.projects.models import Project
from techcoop.projects.statuses import ProjectStatus
from techcoop.web.writing import short_day

OPEN_FOR_ACTIVITIES = (ProjectStatus.APPROVED, ProjectStatus.OPERATIONAL)
OUTSIDE_THE_PROJECT = _("The activity lies outside the dates of the project (%(starts_on)s–%(ends_on)s).")
FOREIGN_STATE = _("The project does not work in this State.")
SAY_WHY = _("Say why the record is corrected.")
GIVE_REASONS = _("Give the reasons.")
NOTHING_CORRECTED = _("Nothing was changed, so there is nothing to correct.")


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
    """What became of an activity: people reached by sex, cost by family of funds in US dollars.

    What nobody has counted is not there; a nought says that there was none.
    """

    outcome: str
    women: int | None = None
    men: int | None = None
    others: int | None = None
    costs: dict[str, Decimal] = field(default_factory=dict)


def check_plan(plan: Plan, project: Project) -> None:
    """An activity lies within the dates of its project and in a State that it reaches."""
    begins_before = project.starts_on and plan.starts_on < project.starts_on
    ends_after = project.ends_on and plan.ends_on > project.ends_on
    if begins_before or ends_after:
        known = {"starts_on": project.starts_on, "ends_on": project.ends_on}
        dates = {name: short_day(day) if day else "…" for name, day in known.items()}
        raise ValidationError({"starts_on": OUTSIDE_THE_PROJECT % dates})
    if plan.state and not project.reached_states().filter(pk=plan.state.pk).exists():
        raise ValidationError({"state": FOREIGN_STATE})


@transaction.atomic
def plan(project: Project, *, what: Plan, submission: UUID, by: User, at: datetime) -> Activity:
    """Plan something to be done in a project; the same form sent twice makes one activity."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    require(may_record_for(by, project))
    if made := made_before(Activity, submission, created_by_id=by.pk, project_id=project.pk):
        return made
    only_while("plan", project.status, OPEN_FOR_ACTIVITIES)
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
def revise(activity: Activity, *, what: Plan, seen: int, by: User, at: datetime) -> Activity:
    """Change the plan of an activity that has not been held, unless somebody else did so meanwhile."""
    activity = _locked(activity)
    require(may_record(by, activity))
    activity.move("revise")
    check_plan(what, activity.project)
    require_unchanged(activity, since=seen)
    changed = _written(activity, _fields(what))
    record("revise", activity, by=by, at=at, details={"fields": changed})
    return activity


@transaction.atomic
def report(activity: Activity, *, what: Outcome, by: User, at: datetime) -> Activity:
    """Record that an activity was held: who was reached, what it cost, what came of it."""
    activity = _locked(activity)
    require(may_record(by, activity))
    activity.move("report")
    activity.status_since = at
    _write_outcome(activity, what, also=("status", "status_since"))
    record("report", activity, by=by, at=at)
    return activity


@transaction.atomic
def correct(activity: Activity, *, what: Outcome, why: str, seen: int, by: User, at: datetime) -> Activity:
    """Put right what was recorded of a held activity, with the reason; the row history keeps what it was."""
    activity = _locked(activity)
    require(may_record(by, activity))
    activity.move("correct")
    if not why.strip():
        raise ValidationError({"why": SAY_WHY})
    require_unchanged(activity, since=seen)
    changed = _write_outcome(activity, what)
    if not changed:
        raise ValidationError(NOTHING_CORRECTED)
    record("correct", activity, by=by, at=at, why=why, details={"fields": changed})
    return activity


@transaction.atomic
def cancel(activity: Activity, *, by: User, at: datetime, why: str) -> Activity:
    """Give up an activity that was planned, with the reason."""
    activity = _locked(activity)
    require(may_record(by, activity))
    activity.move("cancel")
    if not why.strip():
        raise ValidationError({"why": GIVE_REASONS})
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


def _fields(what: Plan | Outcome) -> dict:
    return {one.name: getattr(what, one.name) for one in fields(what)}


def _written(activity: Activity, values: dict, *, also: tuple[str, ...] = ()) -> list[str]:
    """Write these fields, and say which of them changed."""
    changed = [name for name, value in values.items() if getattr(activity, name) != value]
    for name in changed:
        setattr(activity, name, values[name])
    activity.save(update_fields=[*changed, *also])
    return changed


def _write_outcome(activity: Activity, what: Outcome, *, also: tuple[str, ...] = ()) -> list[str]:
    """Write what came of an activity, and say what changed; a cost that nobody knows has no row."""
    if what.costs.get(FundFamily.VOLUNTARY_FUND) and gives_nothing_yet(activity.ends_on):
        raise ValidationError({"voluntary_fund": NO_FUND_YET})
    plain = {name: value for name, value in _fields(what).items() if name != "costs"}
    changed = _written(activity, plain, also=also)
    there = dict(activity.costs.values_list("family", "amount"))
    activity.costs.exclude(family__in=what.costs).delete()
    for family, amount in what.costs.items():
        if there.get(family) != amount:
            ActivityCost.objects.update_or_create(
                activity=activity, family=family, defaults={"amount": amount}
            )
    return changed + [
        str(family) for family in sorted({*there, *what.costs}) if there.get(family) != what.costs.get(family)
    ]
