"""Accountability beside assistance, State by State: neither stands for the other, and nobody is ranked."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Model, Q, QuerySet, Sum

from techcoop.accountability.models import Position, Recommendation, TreatyStanding, TreatyStatus
from techcoop.atlas.models import Region, Standing, State
from techcoop.evaluation.queries.period import Period
from techcoop.projects.models import ProjectMoney, ProjectState
from techcoop.projects.queries.counting import counted
from techcoop.requests.models import StateRequest

ZERO = Decimal(0)


@dataclass(frozen=True)
class Sides:
    """One State: what the mechanisms say, what it asks for, what assistance it has."""

    state: State
    treaties: int
    has_treaty_record: bool
    recommendations: int
    supported: int
    open_requests: int
    projects: int
    required: Decimal | None
    activities: int


@dataclass(frozen=True)
class Comparators:
    """The Members that no project reached, not even as part of a region, as counts only."""

    states: int
    treaties: int
    recommendations: int
    supported: int
    open_requests: int


@dataclass(frozen=True)
class SideBySide:
    """Every assisted State, and the others as counts; who is reached with a region only is neither."""

    assisted: tuple[Sides, ...]
    members: int
    with_region_only: int
    others: Comparators


def of_whole_regions(period: Period) -> QuerySet[Model]:
    """The States of regions that a project of the period reaches as a whole, as rows with a State."""
    whole = period.projects().regions_as_a_whole().values("region")
    return Region.states.through._default_manager.filter(region__in=whole)


def side_by_side(period: Period) -> SideBySide:
    """Both sides for every assisted State; eight queries whatever their number."""
    known = _Known(period)
    states = {state.pk: state for state in State.objects.order_by("sort_key", "pk")}
    assisted = tuple(known.sides(state) for state in states.values() if known.projects.get(state.pk))
    members = [state for state in states.values() if state.standing == Standing.MEMBER]
    members = [state for state in members if state.existed_until is None]
    unnamed = [state for state in members if not known.projects.get(state.pk)]
    others = [known.sides(state) for state in unnamed if state.pk not in known.of_whole_regions]
    return SideBySide(
        assisted=assisted,
        members=len(members),
        with_region_only=len(unnamed) - len(others),
        others=Comparators(
            states=len(others),
            treaties=sum(one.treaties for one in others),
            recommendations=sum(one.recommendations for one in others),
            supported=sum(one.supported for one in others),
            open_requests=sum(one.open_requests for one in others),
        ),
    )


class _Known:
    """What is known of all States at once, each fact by one query."""

    def __init__(self, period: Period) -> None:
        projects = period.projects().values("pk")
        party = Q(standing=TreatyStanding.PARTY)
        self.treaties = _two(TreatyStatus.objects.all(), Count("pk", filter=party), Count("pk"))
        supported = Q(upr_position=Position.SUPPORTED)
        said: QuerySet[Recommendation] = period.recommendations()
        self.recommendations = _two(said, Count("pk"), Count("pk", filter=supported))
        self.requests = counted(StateRequest.objects.undecided().exclude(state=None), "state")
        self.projects = counted(ProjectState.objects.filter(project__in=projects), "state")
        self.of_whole_regions = set(of_whole_regions(period).values_list("state", flat=True))
        self.money = required_by_state(period)
        self.activities = counted(period.activities().exclude(state=None), "state")

    def sides(self, state: State) -> Sides:
        """Both sides of one State."""
        parties, recorded = self.treaties.get(state.pk, (0, 0))
        recommendations, supported = self.recommendations.get(state.pk, (0, 0))
        return Sides(
            state=state,
            treaties=parties,
            has_treaty_record=bool(recorded),
            recommendations=recommendations,
            supported=supported,
            open_requests=self.requests.get(state.pk, 0),
            projects=self.projects.get(state.pk, 0),
            required=self.money.get(state.pk),
            activities=self.activities.get(state.pk, 0),
        )


def _two(rows: QuerySet, first: Count, second: Count) -> dict[int, tuple[int, int]]:
    found = rows.order_by().values_list("state").annotate(one=first, two=second)
    return {state: (one, two) for state, one, two in found}


def required_by_state(period: Period) -> dict[int, Decimal]:
    """What the projects of each State require, as far as recorded; one of several stands with each."""
    money: defaultdict[int, Decimal] = defaultdict(lambda: ZERO)
    by_project = dict(
        ProjectMoney.objects.filter(project__in=period.projects().values("pk"), required__isnull=False)
        .order_by()
        .values_list("project")
        .annotate(total=Sum("required"))
    )
    there = ProjectState.objects.filter(project__in=period.projects().values("pk"))
    for project, state in there.values_list("project", "state"):
        if project in by_project:
            money[state] += by_project[project]
    return dict(money)
