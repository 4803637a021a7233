"""The assessments of the demonstration: inputs weighed, people heard, institutions, gaps, needs, projects."""

from datetime import timedelta
from typing import Any

from techcoop.accountability.models import Instrument, Recommendation
from techcoop.assessments import actions
from techcoop.assessments.models import (
    Capacity,
    Consultation,
    Input,
    Institution,
    LegalGap,
    Need,
    NeedsAssessment,
    ProposedProject,
    Risk,
    Row,
)
from techcoop.desk.management.demonstration.story import Story
from techcoop.desk.management.demonstration.words import WORDS
from techcoop.requests.models import StateRequest

CRITERIA = ("mechanisms", "people", "structures", "feasible")
SAID = WORDS["assessing"]


def assess(story: Story, asked: StateRequest) -> NeedsAssessment:
    """Needs are assessed with those whom they concern, and with what the mechanisms recommend in view."""
    officer = story.officer
    terms = actions.Terms(
        title=f"{story.need.structure}, {story.place}",
        by_mission=story.draw.random() < 0.5,
        terms_of_reference="Find out what stands between the law and its practice, and who can change it.",
    )
    assessment = actions.commission(
        asked, by=officer, at=story.later(5, 30), submission=story.key(), terms=terms
    )
    assessment = actions.begin(assessment, by=officer, at=story.later(3, 20))
    _hear(story, assessment)
    _look(story, assessment)
    if not story.has_come_to("assessed"):
        return assessment
    _write(story, assessment)
    _conclude(story, assessment)
    actions.draft(assessment, by=officer, at=story.later(10, 40))
    at, on = story.later(5, 20), story.day
    actions.validate(assessment, by=officer, at=at, on=on, validated_with=SAID["validated_with"])
    return actions.approve(assessment, by=story.cast["reviewer"], at=story.later(3, 15))


def recommendations_to(story: Story) -> list[Recommendation]:
    """The newest of what the mechanisms recommend to the State, or to the members of the organisation."""
    asked = story.organization.members.all() if story.organization else [story.state]
    found = Recommendation.objects.filter(state__in=asked).order_by("-year", "pk")[:6]
    return list(found)


def _row(story: Story, assessment: NeedsAssessment, kind: type[Row], what: dict[str, Any]) -> Any:
    return actions.add_row(
        assessment, kind=kind, what=what, submission=story.key(), by=story.officer, at=story.now
    )


def _hear(story: Story, assessment: NeedsAssessment) -> None:
    for voice in ("government", "national_institution", "civil_society", "civil_society", "rights_holders"):
        heard = {
            "held_on": story.day,
            "voice": voice,
            "women": story.draw.randint(2, 12),
            "men": story.draw.randint(2, 12),
            "groups": [] if voice == "government" else story.draw.sample(SAID["groups"], 2),
            "who": "Invented names.",
            "said": "Invented words.",
        }
        _row(story, assessment, Consultation, heard)


def _look(story: Story, assessment: NeedsAssessment) -> None:
    """The scan of institutions, the legal gaps, the capacities and the risks."""
    institution = ("name", "kind", "mandate", "independence", "ability", "accreditation")
    for told in story.draw.sample(SAID["institutions"], 3):
        _row(story, assessment, Institution, dict(zip(institution, told, strict=True)))
    gap = ("right", "national_norm", "gap", "proposed_action", "instrument")
    for told in story.draw.sample(SAID["gaps"], 2):
        what = dict(zip(gap, told, strict=True))
        _row(story, assessment, LegalGap, what | {"instrument": Instrument.objects.get(code=told[-1])})
    for told in story.draw.sample(SAID["capacities"], 2):
        _row(
            story,
            assessment,
            Capacity,
            dict(zip(("holder", "strength", "weakness"), told, strict=True)),
        )
    risk = ("statement", "kind", "likelihood", "impact", "response", "measures")
    for told in story.draw.sample(SAID["risks"], 2):
        _row(story, assessment, Risk, dict(zip(risk, told, strict=True)))


def _write(story: Story, assessment: NeedsAssessment) -> None:
    """The texts and the four inputs; the mission took place while people were heard."""
    mission: dict[str, Any] = {}
    if assessment.by_mission:
        mission = {
            "mission_began_on": story.day,
            "mission_ended_on": story.day + timedelta(days=8),
            "mission_places": story.draw.choice(SAID["places"]),
            "mission_team": SAID["team"],
        }
    content = actions.Content(
        assessment.title,
        assessment.by_mission,
        assessment.terms_of_reference,
        context=story.draw.choice(SAID["contexts"]),
        **mission,
    )
    by, at = story.officer, story.now
    actions.revise(assessment, content=content, seen=0, by=by, at=at)
    for source, (considered, conclusion) in SAID["considered"].items():
        what = actions.Weighing(Input(source), considered, conclusion)
        if source == "board" and story.draw.random() < 0.5:
            what = actions.Weighing(Input.BOARD, why_none=SAID["no_board"])
        actions.weigh_input(assessment, what=what, seen=0, by=by, at=at)


def _conclude(story: Story, assessment: NeedsAssessment) -> None:
    """What is cited, what is needed, and the project that would answer it."""
    cite = recommendations_to(story)[:3]
    by, at = story.officer, story.now
    actions.weigh(assessment, by=by, at=at, cite=[one.pk for one in cite])
    needs = []
    for place, (component, _share) in enumerate(story.need.components):
        statement, action = SAID["stated_needs"][component]
        what = {
            "component": component,
            "statement": f"{story.need.structure}: {statement}",
            "proposed_action": action,
            "recommendations": cite[place : place + 2],
        }
        needs.append(_row(story, assessment, Need, what))
    assessors = (story.officer, story.cast["coordinator"])
    actions.name_assessors(assessment, people=assessors, by=by, at=at)
    for assessor in assessors:
        marks = {need.pk: {one: story.draw.randint(2, 5) for one in CRITERIA} for need in needs}
        actions.score(assessment, marks=marks, by=assessor, at=at)
    project = {
        "title": story.need.title,
        "purpose": story.need.summary,
        "needs": needs,
        "recommendations": cite[:2],
    }
    _row(story, assessment, ProposedProject, project)
