"""States as a list: what the mechanisms say and what was given, in two groups of columns."""

from django.db.models import Count, DecimalField, Exists, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from techcoop.accountability.models import Position, TreatyStanding, TreatyStatus
from techcoop.atlas.models import State
from techcoop.evaluation.queries.period import Period
from techcoop.evaluation.queries.sides import of_whole_regions
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.projects.models import ProjectMoney, ProjectState
from techcoop.requests.models import StateRequest

ONE = Count("pk")


def states_with_sides(period: Period, user: User) -> QuerySet[State]:
    """The States that a person may look at, each with both sides over some years; one query."""
    party = TreatyStatus.objects.filter(standing=TreatyStanding.PARTY)
    supported = period.recommendations().filter(upr_position=Position.SUPPORTED)
    return seen_states(user).annotate(
        treaties=_of(party),
        recommendations=_of(period.recommendations()),
        supported=_of(supported),
        open_requests=_of(StateRequest.objects.undecided()),
        projects=_of(_worked(period)),
        is_in_a_whole_region=Exists(of_whole_regions(period).filter(state=OuterRef("pk"))),
        required=_required(period),
        activities=_of(period.activities()),
    )


def seen_states(user: User) -> QuerySet[State]:
    """All States for those who see evaluations everywhere, else those of one's own scope."""
    states = State.objects.all()
    if user.can_everywhere(Permission.SEE_EVALUATIONS):
        return states
    return states.filter(pk__in=user.states_for(Permission.SEE_EVALUATIONS))


def _worked(period: Period) -> QuerySet[ProjectState]:
    return ProjectState.objects.filter(project__in=period.projects().values("pk"))


def _of(rows: QuerySet) -> Coalesce:
    counted = rows.filter(state=OuterRef("pk")).order_by().values("state").annotate(count=ONE)
    return Coalesce(Subquery(counted.values("count")), Value(0))


def _required(period: Period) -> Subquery:
    """What the projects of a State require, as far as a record says it of any."""
    by_project = ProjectMoney.objects.filter(project=OuterRef("project")).order_by().values("project")
    money = _worked(period).annotate(money=Subquery(by_project.annotate(all=Sum("required")).values("all")))
    summed = money.filter(state=OuterRef("pk")).order_by().values("state").annotate(total=Sum("money"))
    return Subquery(summed.values("total"), output_field=DecimalField())
