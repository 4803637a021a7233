"""The stories of the demonstration: every thing reaches its status through the programme's own acts."""

from datetime import timedelta

from techcoop.desk.management.demonstration.assessing import assess, recommendations_to
from techcoop.desk.management.demonstration.carrying_out import carry_out, draft
from techcoop.desk.management.demonstration.papers import note_verbale
from techcoop.desk.management.demonstration.story import BEFORE_DECISION, Story
from techcoop.desk.management.demonstration.words import WORDS
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
    carry_out(story, draft(story, state_request, assessment))


def ask(story: Story) -> StateRequest:
    """A note verbale arrives, is registered, acknowledged, screened and answered."""
    draw = story.draw
    authority, kind = _who_signs(story)
    facts = requests.Facts(
        requester=story.requester,
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
        signatory_kind=kind,
        summary=story.need.summary,
        components=tuple(code for code, _ in story.need.components),
        forms=tuple(story.need.forms),
        institution=story.need.structure,
    )
    scan = note_verbale(story, facts)
    asked = requests.receive(facts, by=story.officer, at=story.now, submission=story.key(), scan=scan)
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


def _who_signs(story: Story) -> tuple[str, Authority]:
    if story.organization:
        return f"Commission of {story.place}", Authority.REGIONAL
    authority = story.draw.choice(WORDS["ministries"])
    abroad = "Mission" in authority or "Foreign" in authority
    return authority, Authority.FOREIGN_AFFAIRS if abroad else Authority.MINISTRY


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
