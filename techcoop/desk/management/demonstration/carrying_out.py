"""What comes of an accepted request: the project, its activities, and what remains when it is over."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from techcoop.assessments.models import NeedsAssessment
from techcoop.atlas.models import Region
from techcoop.delivery import actions as delivery
from techcoop.desk.management.demonstration.assessing import recommendations_to
from techcoop.desk.management.demonstration.evaluating import evaluate, look_midway
from techcoop.desk.management.demonstration.story import Story
from techcoop.desk.management.demonstration.words import WORDS
from techcoop.programme.models import Scope
from techcoop.projects import actions as projects
from techcoop.projects.models import Project
from techcoop.requests.models import StateRequest

# The region of those organisations that ask in the demonstration.
REGION_OF = {"ECOWAS": "011"}
# Of the projects that run, so many are being evaluated.
MIDWAY = 0.3


def draft(story: Story, asked: StateRequest, assessment: NeedsAssessment) -> Project:
    """A project is drafted, and approved by somebody who had no hand in it."""
    need, draw = story.need, story.draw
    starts_on = story.day + timedelta(days=30)
    what = projects.Particulars(
        title=f"{need.title}, {story.place}",
        summary=need.summary,
        **_where(story),
        assessment=assessment,
        forms=tuple(need.forms),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=draw.choice((540, 730, 1095))),
        desk_officer=story.officer,
        components={code: Decimal(share) for code, share in need.components},
        required={
            "voluntary_fund": Decimal(draw.randrange(60_000, 480_000, 5_000)),
            "regular_budget": Decimal(draw.randrange(0, 90_000, 5_000)),
        },
        structures=(projects.Structure(need.structure, need.kind),),
    )
    project = projects.draft(
        asked, by=story.officer, at=story.later(10, 40), submission=story.key(), what=what
    )
    cited = [one.pk for one in recommendations_to(story)[: draw.randint(1, 3)]]
    projects.address(project, by=story.officer, at=story.now, cite=cited)
    return (
        projects.approve(project, by=story.cast["coordinator"], at=story.later(10, 40))
        if story.has_come_to("approved")
        else project
    )


def _where(story: Story) -> dict[str, Any]:
    """The State alone, or the region of the organisation that asks."""
    if story.organization is None:
        return {"states": (story.state,)}
    region = Region.objects.get(code=REGION_OF[story.organization.code])
    return {"scope": Scope.REGIONAL, "region": region}


def carry_out(story: Story, project: Project) -> None:
    """What happens in a project that was approved, as far as the story goes."""
    if story.has_come_to("running"):
        run(story, project)
    if story.stage == "running" and story.draw.random() < MIDWAY:
        look_midway(story, project)
    if story.has_come_to("completed"):
        projects.complete(project, by=story.officer, at=story.later(300, 500))
        tell_what_remains(story, project)
        evaluate(story, project)
    if story.has_come_to("closed"):
        projects.close(project, by=story.cast["finance"], at=story.later(60, 200))


def run(story: Story, project: Project) -> None:
    """Activities are planned, and most of them held; of what still runs, some are to come."""
    projects.start(project, by=story.officer, at=story.later(20, 40))
    draw, day = story.draw, max(story.day, project.starts_on or story.day)
    for number in range(draw.randint(3, 6)):
        form = project.forms[number % len(project.forms)]
        day = day + timedelta(days=draw.randint(30, 110))
        if project.ends_on and day + timedelta(days=5) > project.ends_on:
            break
        _hold(story, project, _planned(story, form, WORDS["activities"][form][0], day))
    if story.stage == "running":
        _plan_what_is_to_come(story, project)


def _planned(story: Story, form: str, title: str, day: date) -> delivery.Plan:
    until = day + timedelta(days=story.draw.randint(0, 4))
    return delivery.Plan(form, title, day, until, state=story.state, place="Capital city")


def _hold(story: Story, project: Project, what: delivery.Plan) -> None:
    activity = delivery.plan(project, what=what, submission=story.key(), by=story.officer, at=story.now)
    if what.ends_on >= date.today() - timedelta(days=10):
        return
    reached = story.draw.randint(8, 40)
    held = delivery.Outcome(
        WORDS["activities"][what.form][1],
        women=reached * story.draw.randint(35, 60) // 100,
        men=reached // 2,
        costs={"voluntary_fund": Decimal(story.draw.randrange(4_000, 60_000, 500))},
    )
    delivery.report(activity, what=held, by=story.officer, at=story.now)


def _plan_what_is_to_come(story: Story, project: Project) -> None:
    """The next weeks of a project that runs, as far as it still does."""
    for form in story.draw.sample(project.forms, min(2, len(project.forms))):
        day = date.today() + timedelta(days=story.draw.randint(4, 75))
        what = _planned(story, form, WORDS["to_come"][form], day)
        if project.ends_on is None or what.ends_on <= project.ends_on:
            delivery.plan(project, what=what, submission=story.key(), by=story.officer, at=story.now)


def tell_what_remains(story: Story, project: Project) -> None:
    """What became of the structures that the project strengthened."""
    outcomes = {one.pk: WORDS["became"][one.kind] for one in project.structures.all()}
    projects.tell_outcomes(project, by=story.officer, at=story.now, outcomes=outcomes, seen=0)
