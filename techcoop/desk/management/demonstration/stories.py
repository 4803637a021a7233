"""The stories of the demonstration: every thing reaches its status through the programme's own acts."""

from datetime import date, timedelta
from decimal import Decimal

from techcoop.assessments.models import NeedsAssessment
from techcoop.delivery import actions as delivery
from techcoop.desk.management.demonstration.assessing import assess, recommendations_to
from techcoop.desk.management.demonstration.evaluating import evaluate
from techcoop.desk.management.demonstration.story import BEFORE_DECISION, Story
from techcoop.desk.management.demonstration.words import WORDS
from techcoop.projects import actions as projects
from techcoop.projects.models import Project
from techcoop.requests import actions as requests
from techcoop.requests.models import Authority, Channel, Ground, Question, StateRequest

# What the screening of every accepted request said; the money is often settled later.
VERDICTS = {question: requests.Judgement("holds") for question in Question.values} | {
    "funds": requests.Judgement("not_known", "To be settled when the project is drafted.")
}


def live(story: Story) -> None:
    """Let one story happen."""
    state_request = ask(story)
    if not story.has_come_to("accepted"):
        return
    assessment = assess(story, state_request) if story.has_come_to("assessing") else None
    if assessment is None or not story.has_come_to("drafted"):
        return
    project = draft(story, state_request, assessment)
    if story.has_come_to("running"):
        run(story, project)
    if story.has_come_to("completed"):
        projects.complete(project, by=story.officer, at=story.later(300, 500))
        evaluate(story, project)
    if story.has_come_to("closed"):
        projects.close(project, by=story.cast["finance"], at=story.later(60, 200))


def ask(story: Story) -> StateRequest:
    """A note verbale arrives, is registered, acknowledged, screened and answered."""
    draw = story.draw
    authority = draw.choice(WORDS["ministries"])
    abroad = "Mission" in authority or "Foreign" in authority
    facts = requests.Facts(
        requester=story.state,
        subject=story.need.subject,
        channel=draw.choice(
            (Channel.NOTE_VERBALE, Channel.NOTE_VERBALE, Channel.LETTER, Channel.UPR_SESSION)
        ),
        received_on=story.day,
        dated_on=story.day - timedelta(days=draw.randint(3, 20)),
        document_reference=f"NV/{story.day.year}/{draw.randint(10, 999)}",
        language=story.state.official_language,
        signatory_name=draw.choice(WORDS["signatories"]),
        signatory_authority=authority,
        signatory_kind=Authority.FOREIGN_AFFAIRS if abroad else Authority.MINISTRY,
        summary=story.need.summary,
        components=tuple(code for code, _ in story.need.components),
        forms=tuple(story.need.forms),
        institution=story.need.structure,
    )
    asked = requests.receive(facts, by=story.officer, at=story.now, submission=story.key())
    acts = (
        ("registered", lambda: requests.register(asked, by=story.officer, at=story.later(0, 2))),
        ("acknowledged", lambda: requests.acknowledge(asked, by=story.officer, at=story.later(1, 6))),
        ("screened", lambda: requests.screen(asked, by=story.officer, at=story.later(5, 20))),
    )
    for recommendation in recommendations_to(story)[:2]:
        requests.link_recommendation(asked, recommendation, by=story.officer, at=story.now)
    for stage, act in acts:
        if story.stage in BEFORE_DECISION and not story.has_come_to(stage):
            return asked
        act()
    return answer(story, asked)


def answer(story: Story, asked: StateRequest) -> StateRequest:
    """The decision, with its reasons."""
    if story.stage in BEFORE_DECISION:
        return asked
    at, by = story.later(10, 40), story.cast["coordinator"]
    match story.stage:
        case "declined":
            said = requests.Said(
                why="Equipment alone lies outside the five components.", ground=Ground.COMPONENTS
            )
            return requests.decide(asked, "decline", by=by, at=at, said=said)
        case "redirected":
            said = requests.Said(
                why="The country team already does this work.",
                to="United Nations Development Programme",
                ground=Ground.DUPLICATION,
            )
            return requests.decide(asked, "redirect", by=by, at=at, said=said)
        case "withdrawn":
            return requests.withdraw(asked, by=by, at=at, why="The Government will do this by itself.")
    requests.judge(asked, VERDICTS, by=story.officer, at=story.now)
    why = "The request answers recommendations of the mechanisms, and the counterpart is ready."
    if story.draw.random() < 0.25:
        return requests.accept_in_part(asked, by=by, at=at, part="The advisory and training part.", why=why)
    return requests.accept(asked, by=by, at=at, why=why)


def draft(story: Story, asked: StateRequest, assessment: NeedsAssessment) -> Project:
    """A project is drafted, and approved by somebody who had no hand in it."""
    need, draw = story.need, story.draw
    starts_on = story.day + timedelta(days=30)
    what = projects.Particulars(
        title=f"{need.title}, {story.state.names['en']}",
        summary=need.summary,
        states=(story.state,),
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


def run(story: Story, project: Project) -> None:
    """Activities are planned, and most of them held."""
    projects.start(project, by=story.officer, at=story.later(20, 40))
    draw, day = story.draw, max(story.day, project.starts_on or story.day)
    for number in range(draw.randint(3, 6)):
        form = project.forms[number % len(project.forms)]
        title, outcome = WORDS["activities"][form]
        day = day + timedelta(days=draw.randint(30, 110))
        if project.ends_on and day + timedelta(days=5) > project.ends_on:
            return
        plan = delivery.Plan(
            form,
            title,
            day,
            day + timedelta(days=draw.randint(0, 4)),
            state=story.state,
            place="Capital city",
        )
        activity = delivery.plan(project, what=plan, submission=story.key(), by=story.officer, at=story.now)
        if plan.ends_on < date.today() - timedelta(days=10):
            reached = draw.randint(8, 40)
            held = delivery.Outcome(
                outcome,
                women=reached * draw.randint(35, 60) // 100,
                men=reached // 2,
                costs={"voluntary_fund": Decimal(draw.randrange(4_000, 60_000, 500))},
            )
            delivery.report(activity, what=held, by=story.officer, at=story.now)
