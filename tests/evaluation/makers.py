"""Evaluations, reached through the programme's own acts."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection

from techcoop.atlas.models import State
from techcoop.evaluation import actions, tasks
from techcoop.evaluation.actions import Advice, Answer, Grounds, Observation, Plan, Wanted
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Finding, Review
from techcoop.people.models import User
from techcoop.projects.models import Project
from tests.people.makers import NOON, a_coordinator, an_evaluator

INTERVIEWS = Grounds("interviews", "Twelve conversations with judges")
IN_CONFIDENCE = Grounds("interviews", "A conversation in a prison", is_confidential=True)
JUDGES_LEARNT = Observation("Judges apply the Covenant.", "effectiveness", True, component="C4")
ACCEPTED = Answer("accepted", owner="The desk", due_on=date(2026, 12, 31))


def a_planned_evaluation(
    *,
    project: Project | None = None,
    completed_on: date = date(2025, 6, 30),
    by: User | None = None,
    title: str = "Did the courses for judges last?",
) -> Evaluation:
    """An evaluation that is planned, with everything that it must say in the end."""
    what = Plan(
        title=title,
        kind="final" if project else "thematic",
        project=project,
        conducted_by="An independent team",
        began_on=completed_on.replace(month=1),
        completed_on=completed_on,
        method="Documents and conversations in two towns; no baseline was to be had.",
    )
    return actions.plan(what, submission=uuid4(), by=by or an_evaluator(), at=NOON)


def a_drafted_evaluation(**about: object) -> Evaluation:
    return actions.draft(a_planned_evaluation(**about), by=an_evaluator(), at=NOON)


def a_finding(
    evaluation: Evaluation,
    *,
    statement: str = JUDGES_LEARNT.statement,
    criterion: str = "effectiveness",
    strength: bool = True,
    component: str = "C4",
    state: State | None = None,
) -> Finding:
    what = Observation(statement, criterion, strength, component, state)
    return actions.add_finding(
        evaluation, what=what, evidence=(INTERVIEWS,), submission=uuid4(), by=an_evaluator(), at=NOON
    )


def a_recommendation(evaluation: Evaluation, *findings: Finding) -> EvaluationRecommendation:
    what = Advice("Follow up every course after a year.", "Coordinator", findings)
    return actions.add_recommendation(evaluation, what=what, submission=uuid4(), by=an_evaluator(), at=NOON)


def a_written_evaluation(**about: object) -> Evaluation:
    """A draft with one finding, one lesson, one recommendation."""
    evaluation = a_drafted_evaluation(**about)
    a_recommendation(evaluation, a_finding(evaluation))
    actions.add_lesson(
        evaluation, statement="Plan the follow-up first.", submission=uuid4(), by=an_evaluator(), at=NOON
    )
    return evaluation


def a_final_evaluation(*, marks: dict[str, str] | None = None, **about: object) -> Evaluation:
    """An evaluation with one finding, one lesson, one recommendation, and the marks that are given."""
    evaluation = a_written_evaluation(**about)
    actions.rate(evaluation, marks=marks or {}, seen=0, by=an_evaluator(), at=NOON)
    return actions.finalise(evaluation, by=an_evaluator(), at=NOON)


def an_answered_evaluation(*, answer: Answer = ACCEPTED, **about: object) -> Evaluation:
    """An evaluation of which the response is published."""
    evaluation = a_final_evaluation(**about)
    for recommendation in evaluation.recommendations.all():
        actions.respond(recommendation, what=answer, seen=0, by=a_coordinator(), at=NOON)
    return actions.publish_response(evaluation, by=a_coordinator(), at=NOON)


def a_review(*, by: User | None = None) -> Review:
    what = Wanted(2019, 2024, "en")
    return actions.ask_for_review(what, submission=uuid4(), by=by or an_evaluator(), at=NOON)


def a_composed_review() -> Review:
    review = a_review()
    take_from_the_queue()
    tasks.compose(review.pk, an_evaluator().pk)
    review.refresh_from_db()
    return review


def a_printed_review() -> Review:
    review = a_composed_review()
    take_from_the_queue()
    tasks.print_files(review.pk, an_evaluator().pk)
    return review


def a_failed_review(monkeypatch: pytest.MonkeyPatch) -> Review:
    """A review whose worker met something that nobody expected."""
    review = a_review()
    with monkeypatch.context() as once:
        once.setattr("techcoop.evaluation.actions.reviews.gather", lambda period: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            tasks.compose(review.pk, an_evaluator().pk)
    take_from_the_queue()
    review.refresh_from_db()
    return review


def an_interrupted_review() -> Review:
    """A review that a worker took from the queue before it was killed."""
    review = a_review()
    take_from_the_queue()
    return review


def take_from_the_queue() -> None:
    """The oldest order, as a worker takes it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM procrastinate_fetch_job_v2(ARRAY['reviews'], NULL)")
