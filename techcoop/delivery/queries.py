"""Questions about activities: of a project, of a month, what waits to be recorded."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Case, IntegerField, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.delivery.models import Activity, ActivityCost
from techcoop.delivery.statuses import ActivityStatus
from techcoop.journal.models import Entry
from techcoop.journal.queries import history
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.models import FundFamily
from techcoop.projects.models import Project
from techcoop.web.waiting import Waiting

MONDAY = 0
NOT_COUNTED = Q(women=None, men=None, others=None)
# The families of funds whose cost is asked for when an activity is reported.
ASKED_FOR = (FundFamily.REGULAR_BUDGET, FundFamily.VOLUNTARY_FUND)


@dataclass(frozen=True)
class Day:
    """A day of the calendar and the activities that run on it."""

    on: date
    in_month: bool
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class Cost:
    """What an activity cost in one family of funds, as far as it is recorded."""

    family: str | Promise
    amount: Decimal | None


def people_reached() -> Case:
    """How many people an activity reached, as far as they were counted; unknown when nobody counted."""
    together = Coalesce("women", 0) + Coalesce("men", 0) + Coalesce("others", 0)
    return Case(When(NOT_COUNTED, then=Value(None)), default=together, output_field=IntegerField())


def rows(user: User) -> QuerySet[Activity]:
    """The activities that a person may see, with what each cost, for a list."""
    cost = ActivityCost.objects.filter(activity=OuterRef("pk")).order_by().values("activity")
    return (
        Activity.objects.visible_to(user)
        .select_related("project", "state")
        .annotate(
            cost=Subquery(cost.annotate(total=Sum("amount")).values("total")),
            people=people_reached(),
        )
    )


def costs_of(activity: Activity) -> list[Cost]:
    """What an activity that was held has cost, by family of funds; nothing where nobody has said it."""
    if activity.status != ActivityStatus.HELD:
        return []
    known = dict(activity.costs.values_list("family", "amount"))
    return [
        Cost(FundFamily(family).label, known.get(family))
        for family in FundFamily.values
        if family in known or family in ASKED_FOR
    ]


def corrections_of(activity: Activity) -> list[Entry]:
    """Each time that the record of a held activity was put right, by whom and why, oldest first."""
    return list(history(activity).filter(act="correct"))


def for_project(project: Project, user: User) -> QuerySet[Activity]:
    """What a project has done and plans, as far as a person may see it, in the order of days."""
    seen = Activity.objects.visible_to(user).filter(project=project)
    return seen.select_related("state").order_by("starts_on", "pk")


def month(first: date, activities: QuerySet[Activity]) -> list[list[Day]]:
    """A month in weeks, each day with the activities that run on it; one query."""
    weeks = Calendar(MONDAY).monthdatescalendar(first.year, first.month)
    begins, ends = weeks[0][0], weeks[-1][-1]
    running = list(
        activities.filter(starts_on__lte=ends, ends_on__gte=begins)
        .exclude(status=ActivityStatus.CANCELLED)
        .order_by("starts_on", "pk")
    )
    return [
        [
            Day(
                day,
                day.month == first.month,
                tuple(one for one in running if one.starts_on <= day <= one.ends_on),
            )
            for day in week
        ]
        for week in weeks
    ]


def months_nearby(first: date, activities: QuerySet[Activity]) -> tuple[date | None, date | None]:
    """The nearest months before and after in which something is done; one query."""
    after = next_month(first)
    days = activities.exclude(status=ActivityStatus.CANCELLED).aggregate(
        before=Max("ends_on", filter=Q(starts_on__lt=first)),
        after=Min("starts_on", filter=Q(starts_on__gte=after)),
    )
    before, later = days["before"], days["after"]
    return before and before.replace(day=1), later and later.replace(day=1)


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(first: date) -> date:
    """The first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)


def waiting_for(user: User, today: date) -> list[Waiting]:
    """Activities whose days are over and of which nobody has said what came of them."""
    if not user.can(Permission.RECORD_ACTIVITIES):
        return []
    over = Activity.objects.filter(status=ActivityStatus.PLANNED, ends_on__lt=today)
    if not user.can_everywhere(Permission.RECORD_ACTIVITIES):
        over = over.filter(project__in=Project.objects.within(user, Permission.RECORD_ACTIVITIES))
    label = _("Activities that are over, of which nobody has said what came of them")
    return [Waiting("activities_to_record", label, over, since="ends_on")]
