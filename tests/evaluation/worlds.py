"""A small world for reviews: older projects as an import leaves them, and everything around them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

from techcoop.accountability.models import (
    Instrument,
    Mechanism,
    Position,
    Recommendation,
    TreatyStanding,
    TreatyStatus,
)
from techcoop.atlas.models import Region, State
from techcoop.delivery.models import Activity, ActivityCost
from techcoop.documents.models import Source
from techcoop.evaluation import actions
from techcoop.people.models import User
from techcoop.programme.models import Component, FormOfAssistance, FundFamily
from techcoop.projects.models import Project, ProjectComponent, ProjectMoney, ProjectState
from techcoop.requests.models import StateRequest
from tests.accountability.accounts import importing
from tests.evaluation.makers import a_drafted_evaluation, a_finding, a_recommendation
from tests.people.makers import NOON, a_coordinator, an_evaluator

STATES = ("KEN", "FRA", "NPL", "PER", "TUV", "MNG")
FAMILIES, COMPONENTS, FORMS = (list(one.values) for one in (FundFamily, Component, FormOfAssistance))


def the_states() -> list[State]:
    return list(State.objects.filter(iso3__in=STATES).order_by("iso3"))


def a_source() -> Source:
    return Source.objects.get_or_create(
        title="Portfolio of an older system",
        defaults={"publisher": "An older system", "retrieved_on": date(2026, 3, 1)},
    )[0]


@importing("projects")
def projects_of_old(many: int, *, states: list[State], first: int = 0) -> list[Project]:
    """Projects as an import leaves them: with gaps, and all different."""
    by, source = a_coordinator(), a_source()
    numbers = range(first, first + many)
    made = Project.objects.bulk_create(_project(number, by, source) for number in numbers)
    links, parts, money = [], [], []
    for number, project in zip(numbers, made, strict=True):
        here = states[number % len(states)], states[number * 5 % len(states)]
        if number % 11 and not _reach(number):
            links += [ProjectState(project=project, state=state) for state in dict.fromkeys(here)]
        if number % 3:
            parts.append(ProjectComponent(project=project, component=COMPONENTS[number % 5], per_cent=100))
        if number % 4:
            money += _money(project, number)
    ProjectState.objects.bulk_create(links)
    ProjectComponent.objects.bulk_create(parts)
    ProjectMoney.objects.bulk_create(money)
    return made


def _project(number: int, by: User, source: Source) -> Project:
    first = 2014 + number % 12
    return Project(
        code=f"OLD-{number:06}",
        title=f"Older project {number}",
        status="draft" if number % 13 == 12 else "legacy",
        status_since=NOON,
        forms=FORMS[number % 7 : number % 7 + 2],
        starts_on=date(first, 3, 1) if number % 9 else None,
        ends_on=date(first + 2, 12, 31) if number % 5 else None,
        source=source,
        submission=UUID(int=number + 1),
        created_by=by,
        created_at=NOON,
        **_reach(number),
    )


def _reach(number: int) -> dict[str, object]:
    """A few reach further than States: the whole world, on a mandate, or a region as a whole."""
    if number % 20 == 7:
        return {"scope": "global", "mandate": "Resolution 60/1 of the Human Rights Council"}
    return {"scope": "regional", "region": Region.objects.get(code="002")} if number % 20 == 13 else {}


def _money(project: Project, number: int) -> list[ProjectMoney]:
    amount = Decimal(1000 + 37 * number)
    return [
        ProjectMoney(project=project, family=family, required=2 * amount, available=amount, spent=amount / 4)
        for family in dict.fromkeys((FAMILIES[number % 3], FAMILIES[number % 2]))
    ]


def activities_of(projects: list[Project], *, states: list[State]) -> None:
    """Activities that were held, some without any count of people."""
    by = a_coordinator()
    made = Activity.objects.bulk_create(
        Activity(
            project=project,
            form=FORMS[number % 4],
            title=f"Activity {number}",
            state=states[number % len(states)] if number % 6 else None,
            starts_on=date(2019 + number % 6, 5, 4),
            ends_on=date(2019 + number % 6, 5, 8),
            status_since=NOON,
            women=None if number % 5 == 0 else number,
            men=None if number % 5 == 0 else 2 * number,
            outcome="Held",
            submission=uuid4(),
            created_by=by,
            created_at=NOON,
        )
        for number, project in enumerate(projects)
    )
    held = [one.pk for number, one in enumerate(made) if number % 7]
    Activity.objects.filter(pk__in=held).update(status="held")
    ActivityCost.objects.bulk_create(
        ActivityCost(activity=one, family=FAMILIES[place % 2], amount=Decimal(100 * place))
        for place, one in enumerate(made)
        if place % 3
    )


@importing()
def what_the_mechanisms_say(states: list[State], *, each: int = 3) -> None:
    """Treaties and recommendations, as an import from the mechanisms' own sources leaves them."""
    source, review = a_source(), Mechanism.objects.filter(kind="upr").first()
    TreatyStatus.objects.bulk_create(
        TreatyStatus(
            state=state,
            instrument=one,
            standing=TreatyStanding.PARTY if (one.position + place) % 3 else TreatyStanding.NO_ACTION,
            source=source,
        )
        for place, state in enumerate(states[:-1])
        for one in Instrument.objects.all()
    )
    Recommendation.objects.bulk_create(
        Recommendation(
            source_key=f"R-{state.iso3}-{number}",
            state=state,
            mechanism=review,
            kind="recommendation",
            texts={"en": f"Do this, {number}"},
            year=2018 + number,
            upr_session=30,
            upr_position=list(Position.values)[number % 3],
            source=source,
        )
        for state in states
        for number in range(each)
    )


def requests_of(states: list[State], *, each: int = 2) -> None:
    StateRequest.objects.bulk_create(
        StateRequest(
            reference=f"REQ-{state.iso3}-{number}",
            state=state,
            subject="Assistance with a national plan",
            channel="note_verbale",
            received_on=date(2020 + number, 2, 3),
            status_since=datetime(2020 + number, 2, 3, tzinfo=UTC),
            submission=uuid4(),
            created_by=a_coordinator(),
            created_at=NOON,
        )
        for state in states
        for number in range(each)
    )


def evaluations_of(projects: list[Project], *, states: list[State]) -> None:
    """Evaluations whose findings agree in places and contradict each other in others."""
    for place, state in enumerate(states):
        evaluation = a_drafted_evaluation(completed_on=date(2021 + place % 4, 6, 30))
        first = a_finding(evaluation, state=state, component=COMPONENTS[place % 5])
        a_finding(evaluation, state=state, strength=bool(place % 2), component="C2", criterion="relevance")
        a_finding(evaluation, strength=False, component="", criterion="sustainability")
        a_recommendation(evaluation, first)
        marks = {"effectiveness": "satisfactory", "impact": "unsatisfactory"}
        actions.rate(evaluation, marks=marks, seen=0, by=an_evaluator(), at=NOON)
        actions.add_lesson(
            evaluation, statement="Plan the follow-up first.", submission=uuid4(), by=an_evaluator(), at=NOON
        )
        actions.finalise(evaluation, by=an_evaluator(), at=NOON)


def a_small_world(*, projects: int = 40) -> None:
    """Something of everything that a review speaks of."""
    states = the_states()
    made = projects_of_old(projects, states=states[:-1])
    activities_of(made, states=states)
    what_the_mechanisms_say(states)
    requests_of(states)
    evaluations_of(made, states=states)
