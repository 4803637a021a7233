"""A State's file: what it accounts for and what assistance it receives, side by side, never mixed."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from techcoop.accountability.models import (
    Position,
    TreatyStanding,
)
from techcoop.accountability.queries import every_mechanism
from techcoop.atlas.models import State
from techcoop.delivery.models import Activity
from techcoop.desk.queries.state_facts import (
    PROJECTS,
    REQUESTS,
    ProjectLine,
    Standing,
    Tally,
    latest,
    standings,
    summed,
    tallied,
)
from techcoop.people.models import User
from techcoop.projects.models import Project
from techcoop.projects.policies import may_see_money
from techcoop.projects.queries import reaching_state
from techcoop.requests.models import StateRequest
from techcoop.requests.queries import RequestLine
from techcoop.web.links import address
from techcoop.web.rows import keys_of


@dataclass(frozen=True)
class Counted:
    """A count and the address of exactly the records that it counts."""

    label: str
    count: int
    address: str


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
class Money:
    """Sums over the projects of a State, as far as records say them; of how many nothing required is said."""

    required: Decimal | None
    available: Decimal | None
    spent: Decimal | None
    without: int


@dataclass(frozen=True)
class Assistance:
    """What the State has asked for and receives."""

    requests: tuple[RequestLine, ...]
    requests_total: int
    projects: tuple[ProjectLine, ...]
    projects_total: int
    activities_total: int
    money: Money | None


def accountability(state: State) -> Accountability:
    """The left side of the file; two questions."""
    found = tallied(state)
    tally = [one for one in found if one.mechanism_id]
    stands = standings(state)
    return Accountability(
        standings=tuple(stands),
        party_to=sum(1 for one in stands if one.standing == TreatyStanding.PARTY),
        total=sum(one.count for one in tally),
        supported=sum(one.count for one in tally if one.position == Position.SUPPORTED),
        noted=sum(one.count for one in tally if one.position == Position.NOTED),
        by_mechanism=_by_mechanism(tally, state),
        by_cycle=_by_cycle(tally, state),
        by_theme=_by_theme([one for one in found if one.theme_id], state),
    )


def recommendations_address(state: State, **more: object) -> str:
    """The address of the recommendations to this State, narrowed further."""
    return f"{address('accountability:recommendations')}?{urlencode({'state': state.iso3, **more})}"


def _by_mechanism(tally: list[Tally], state: State) -> tuple[Counted, ...]:
    counts: Counter[int] = Counter()
    for one in tally:
        counts[one.mechanism_id or 0] += one.count
    return tuple(
        Counted(str(one), counts[one.pk], recommendations_address(state, mechanism=one.code))
        for one in every_mechanism()
        if one.pk in counts
    )


def _by_cycle(tally: list[Tally], state: State) -> tuple[Counted, ...]:
    counts: Counter[int] = Counter()
    for one in tally:
        if one.cycle is not None:
            counts[one.cycle] += one.count
    return tuple(
        Counted(
            _("Cycle %(cycle)s of the review") % {"cycle": cycle},
            counts[cycle],
            recommendations_address(state, cycle=cycle),
        )
        for cycle in sorted(counts)
    )


def _by_theme(tally: list[Tally], state: State) -> tuple[Counted, ...]:
    return tuple(
        Counted(one.theme, one.count, recommendations_address(state, theme=one.theme_id)) for one in tally
    )


def assistance(state: State, user: User) -> Assistance:
    """The right side of the file, as far as the reader may see it; three questions."""
    asked = keys_of(StateRequest.objects.visible_to(user).filter(state=state), "asked")
    here = keys_of(Project.objects.visible_to(user).filter(pk__in=reaching_state(state)), "here")
    done = keys_of(Activity.objects.visible_to(user).filter(state=state), "done")
    requests, requests_total = latest(RequestLine, REQUESTS, asked)
    projects, projects_total = latest(ProjectLine, PROJECTS, here)
    sums = summed(done, here)
    money = Money(sums.required, sums.available, sums.spent, projects_total - sums.with_money)
    return Assistance(
        requests=requests,
        requests_total=requests_total,
        projects=projects,
        projects_total=projects_total,
        activities_total=sums.activities,
        money=money if may_see_money(user) else None,
    )
