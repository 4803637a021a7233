"""A State's file: what it accounts for and what assistance it receives, side by side, never mixed."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.db import models
from django.db.models import Count, F, Func, Q, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from techcoop.accountability.models import (
    Instrument,
    Mechanism,
    Recommendation,
    Theme,
    TreatyStanding,
    TreatyStatus,
)
from techcoop.atlas.models import State
from techcoop.delivery.models import Activity
from techcoop.people.models import User
from techcoop.projects.models import Project, ProjectMoney
from techcoop.projects.policies import may_see_money
from techcoop.requests.models import StateRequest

LATEST = 8
THEMES = 12


@dataclass(frozen=True)
class Counted:
    """A count and the address of exactly the records that it counts."""

    label: str
    count: int
    address: str


@dataclass(frozen=True)
class Standing:
    """Where the State stands with one instrument."""

    instrument: Instrument
    status: TreatyStatus | None


@dataclass(frozen=True)
class Accountability:
    """What the United Nations' mechanisms say, and what the State has bound itself to."""

    standings: tuple[Standing, ...]
    party_to: int
    total: int
    supported: int
    noted: int
    by_mechanism: tuple[Counted, ...]
    by_cycle: tuple[Counted, ...]
    by_theme: tuple[Counted, ...]


@dataclass(frozen=True)
class Assistance:
    """What the State has asked for and receives."""

    requests: tuple[StateRequest, ...]
    requests_total: int
    projects: tuple[Project, ...]
    projects_total: int
    activities_total: int
    money: dict[str, Decimal] | None


def accountability(state: State) -> Accountability:
    """The left side of the file; six questions."""
    there = Recommendation.objects.filter(state=state, withdrawn_on=None)
    whole = there.aggregate(
        total=Count("pk"),
        supported=Count("pk", filter=Q(upr_position="supported")),
        noted=Count("pk", filter=Q(upr_position="noted")),
    )
    statuses = {
        one.instrument_id: one for one in TreatyStatus.objects.filter(state=state).select_related("source")
    }
    standings = tuple(Standing(one, statuses.get(one.pk)) for one in Instrument.objects.all())
    return Accountability(
        standings=standings,
        party_to=sum(1 for one in standings if one.status and one.status.standing == TreatyStanding.PARTY),
        **whole,
        by_mechanism=_by_mechanism(there, state),
        by_cycle=_by_cycle(there, state),
        by_theme=_by_theme(there, state),
    )


def recommendations_address(state: State, **more: object) -> str:
    """The address of the recommendations to this State, narrowed further."""
    return f"{reverse('accountability:recommendations')}?{urlencode({'state': state.iso3, **more})}"


def _by_mechanism(there: QuerySet[Recommendation], state: State) -> tuple[Counted, ...]:
    counts = dict(there.order_by().values_list("mechanism").annotate(count=Count("pk")))
    return tuple(
        Counted(str(one), counts[one.pk], recommendations_address(state, mechanism=one.code))
        for one in Mechanism.objects.filter(pk__in=counts)
    )


def _by_cycle(there: QuerySet[Recommendation], state: State) -> tuple[Counted, ...]:
    found = (
        there.exclude(upr_cycle=None)
        .order_by("upr_cycle")
        .values_list("upr_cycle")
        .annotate(count=Count("pk"))
    )
    return tuple(
        Counted(
            _("Cycle %(cycle)s of the review") % {"cycle": cycle},
            count,
            recommendations_address(state, cycle=cycle),
        )
        for cycle, count in found
    )


def _by_theme(there: QuerySet[Recommendation], state: State) -> tuple[Counted, ...]:
    each = Func(F("theme_ids"), function="unnest", output_field=models.BigIntegerField())
    found = list(
        there.order_by().values(theme=each).annotate(count=Count("pk")).order_by("-count", "theme")[:THEMES]
    )
    names = {one.pk: one for one in Theme.objects.filter(pk__in=[row["theme"] for row in found])}
    return tuple(
        Counted(str(names[row["theme"]]), row["count"], recommendations_address(state, theme=row["theme"]))
        for row in found
    )


def assistance(state: State, user: User) -> Assistance:
    """The right side of the file, as far as the reader may see it; seven questions."""
    requests = StateRequest.objects.visible_to(user).filter(state=state)
    projects = Project.objects.visible_to(user).filter(states=state)
    activities = Activity.objects.visible_to(user).filter(state=state)
    return Assistance(
        requests=tuple(requests.order_by("-received_on", "-pk")[:LATEST]),
        requests_total=requests.count(),
        projects=tuple(projects.order_by("-starts_on", "-pk")[:LATEST]),
        projects_total=projects.count(),
        activities_total=activities.count(),
        money=_money(projects) if may_see_money(user) else None,
    )


def _money(projects: QuerySet[Project]) -> dict[str, Decimal]:
    """What projects in this State require, have and report as spent; those of several States count whole."""
    sums = ProjectMoney.objects.filter(project__in=projects.order_by().values("pk")).aggregate(
        required=Sum("required"), available=Sum("available"), spent=Sum("spent")
    )
    return {name: value or Decimal(0) for name, value in sums.items()}
