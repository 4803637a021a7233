"""What reaches beyond one State: an organisation that asks, a project of the world, older records."""

import csv
import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.desk.management.demonstration.facts import take_in
from techcoop.desk.management.demonstration.stories import live
from techcoop.desk.management.demonstration.story import Story
from techcoop.desk.management.demonstration.words import WORDS, Need
from techcoop.people.models import User
from techcoop.programme.models import Scope
from techcoop.projects import actions as projects

HEADINGS = (
    *("iso3", "country", "id", "agency", "name", "description", "start", "end", "outcome"),
    *("required", "available", "spent"),
)
EACH = 2


def let_a_region_ask(draw: Random, presiding: State, cast: dict[str, User]) -> None:
    """An organisation asks for all its members, and a project of the region comes of it."""
    began = date.today() - timedelta(days=560)
    need, asks = Need(**WORDS["regional"]), RegionalOrganization.objects.get(code="ECOWAS")
    live(Story(draw, presiding, need, "running", began, cast["desk.africa"], cast, asks))


def begin_a_project_of_the_world(draw: Random, cast: dict[str, User]) -> None:
    """A project on a mandate of the General Assembly, which no State has to ask for."""
    said, by = WORDS["of_the_world"], cast["coordinator"]
    began = date.today() - timedelta(days=400)
    story = Story(draw, State.objects.get(iso3="CHE"), Need(**WORDS["regional"]), "running", began, by, cast)
    what = projects.Particulars(
        title=said["title"],
        summary=said["summary"],
        scope=Scope.GLOBAL,
        mandate=said["mandate"],
        forms=("F2", "F6"),
        starts_on=began + timedelta(days=60),
        ends_on=began + timedelta(days=960),
        why_no_recommendation=said["why"],
        components={"C2": Decimal(60), "C4": Decimal(40)},
        required={"regular_budget": Decimal(85_000), "voluntary_fund": Decimal(140_000)},
        structures=(projects.Structure(said["structure"], said["kind"]),),
    )
    projects.draft(None, by=by, at=story.now, submission=story.key(), what=what)


def take_in_older_records(draw: Random, states: list[State], *, by: User, at: datetime) -> None:
    """Projects of earlier years with the money that they required, had and spent, as an import."""
    rows = [_older(draw, state, number) for state in states for number in range(EACH)]
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *rows])
    take_in("portfolio", text.getvalue().encode(), "Invented joint work plans", by=by, at=at)


def _older(draw: Random, state: State, number: int) -> tuple[object, ...]:
    name, outcome = draw.choice(WORDS["older"])
    began, required = draw.randint(2009, 2013), draw.randrange(80_000, 400_000, 1_000)
    available = required * draw.randint(60, 100) // 100
    spent = available * draw.randint(70, 100) // 100
    days = (f"{began}-01-01", f"{began + draw.randint(1, 3)}-12-31")
    code = f"DEMO-{state.iso3}-{number + 1}"
    told = (state.iso3, state.names["en"], code, "OHCHR", name, "Invented.", *days)
    return *told, outcome, required, available, spent
