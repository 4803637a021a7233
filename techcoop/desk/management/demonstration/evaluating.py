"""The evaluations of the demonstration: findings on evidence, lessons, recommendations and their answers."""

from datetime import date, timedelta

from techcoop.desk.management.demonstration.story import Story
from techcoop.desk.management.demonstration.words import WORDS
from techcoop.evaluation import actions
from techcoop.evaluation.models import Evaluation
from techcoop.projects.models import Project


def evaluate(story: Story, project: Project) -> None:
    """Somebody independent looks at what the project achieved, and the programme answers."""
    evaluation, by = _begin(story, project, f"Evaluation of {project.code}"), story.cast["evaluator"]
    actions.draft(evaluation, by=by, at=story.later(20, 40))
    _find(story, project, evaluation)
    actions.finalise(evaluation, by=by, at=story.later(5, 20))
    if story.day < date.today() - timedelta(days=60):
        _answer(story, evaluation)


def look_midway(story: Story, project: Project) -> None:
    """An evaluation that is under way today: planned, or with its findings already written down."""
    story.day = max(story.day, date.today() - timedelta(days=40))
    evaluation = _begin(story, project, f"Mid-term evaluation of {project.code}")
    if story.draw.random() < 0.5:
        actions.draft(evaluation, by=story.cast["evaluator"], at=story.later(10, 15))
        _find(story, project, evaluation)


def _begin(story: Story, project: Project, title: str) -> Evaluation:
    plan = actions.Plan(
        title=title,
        project=project,
        conducted_by="Two independent evaluators",
        began_on=story.day,
        completed_on=story.day + timedelta(days=50),
        method="Documents, thirty interviews and two visits; no comparison with places without the project.",
    )
    return actions.plan(plan, submission=story.key(), by=story.cast["evaluator"], at=story.later(5, 20))


def _find(story: Story, project: Project, evaluation: Evaluation) -> None:
    by, at = story.cast["evaluator"], story.now
    component = story.need.components[0][0]
    found = [
        actions.add_finding(
            evaluation,
            what=actions.Observation(statement, criterion, is_strength, component, story.state),
            evidence=(
                actions.Grounds("interviews", "Thirty interviews.", is_confidential=True),
                actions.Grounds("document", "Progress reports of the counterpart."),
            ),
            submission=story.key(),
            by=by,
            at=at,
        )
        for criterion, is_strength, statement in story.draw.sample(WORDS["findings"], 3)
    ]
    lesson = story.draw.choice(WORDS["lessons"])
    actions.add_lesson(
        evaluation, statement=lesson, component=component, submission=story.key(), by=by, at=at
    )
    for text in WORDS["recommendations"]:
        advice = actions.Advice(text, "Coordinator of technical cooperation", tuple(found[:2]))
        actions.add_recommendation(evaluation, what=advice, submission=story.key(), by=by, at=at)


def _answer(story: Story, evaluation: Evaluation) -> None:
    by = story.cast["coordinator"]
    for one in evaluation.recommendations.all():
        answer = actions.Answer(
            "accepted",
            owner="Geographic desk",
            due_on=story.day + timedelta(days=story.draw.randint(90, 400)),
        )
        actions.respond(one, what=answer, seen=0, by=by, at=story.later(5, 20))
    actions.publish_response(evaluation, by=by, at=story.later(5, 20))
    for one in evaluation.recommendations.filter(due_on__lt=date.today()):
        if story.draw.random() < 0.8:
            why = "The handbook of the programme says so now."
            actions.follow_up(one, act="implement", why=why, by=by, at=story.later(60, 120))
