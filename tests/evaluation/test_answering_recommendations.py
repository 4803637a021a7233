"""What is accepted has somebody who acts and a date; what is not accepted has its reason."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from techcoop.evaluation import actions, queries
from techcoop.evaluation.actions import Answer
from techcoop.lifecycle import MoveNotAllowed
from tests.evaluation.makers import ACCEPTED, a_final_evaluation, an_answered_evaluation
from tests.people.makers import NOON, a_coordinator, a_trustee, an_evaluator

pytestmark = pytest.mark.django_db
REJECTED = Answer("rejected", reason="The course has ended.")


def the_recommendation(evaluation):
    return evaluation.recommendations.get()


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (Answer("rejected"), "reason"),
        (Answer("partially_accepted", owner="The desk", due_on=date(2026, 1, 1)), "reason"),
        (Answer("accepted", due_on=date(2026, 1, 1)), "owner"),
        (Answer("accepted", owner="The desk"), "due_on"),
    ],
)
def test_an_answer_says_what_it_must(answer, field):
    recommendation = the_recommendation(a_final_evaluation())

    with pytest.raises(ValidationError) as refused:
        actions.respond(recommendation, what=answer, seen=0, by=a_coordinator(), at=NOON)
    assert list(refused.value.message_dict) == [field]


def test_a_response_is_published_when_everything_is_answered():
    evaluation = a_final_evaluation()
    with pytest.raises(ValidationError, match="1 recommendation is not answered"):
        actions.publish_response(evaluation, by=a_coordinator(), at=NOON)

    actions.respond(the_recommendation(evaluation), what=REJECTED, seen=0, by=a_coordinator(), at=NOON)

    assert actions.publish_response(evaluation, by=a_coordinator(), at=NOON).status == "responded"


@pytest.mark.parametrize("someone", [an_evaluator, a_trustee])
def test_nobody_else_answers_for_the_programme(someone):
    recommendation = the_recommendation(a_final_evaluation())

    with pytest.raises(PermissionDenied):
        actions.respond(recommendation, what=ACCEPTED, seen=0, by=someone(), at=NOON)


def test_an_evaluation_is_closed_when_what_was_accepted_is_done():
    evaluation = an_answered_evaluation()
    with pytest.raises(ValidationError, match="1 accepted recommendation is not done"):
        actions.close(evaluation, by=a_coordinator(), at=NOON)

    recommendation = the_recommendation(evaluation)
    for act in ("begin", "implement"):
        actions.follow_up(recommendation, act=act, why="Done in May", by=a_coordinator(), at=NOON)

    assert actions.close(evaluation, by=a_coordinator(), at=NOON).status == "closed"


def test_what_was_rejected_is_not_followed_up():
    recommendation = the_recommendation(an_answered_evaluation(answer=REJECTED))

    with pytest.raises(MoveNotAllowed):
        actions.follow_up(recommendation, act="begin", why="", by=a_coordinator(), at=NOON)


def test_what_waits_is_computed_from_the_statuses():
    final, answered = a_final_evaluation(), an_answered_evaluation()

    before, after = date(2026, 12, 31), date(2027, 1, 1)
    assert waiting(a_coordinator(), before) == {final}
    assert waiting(a_coordinator(), after) == {final, answered}
    assert not waiting(an_evaluator(), after)
    assert not waiting(a_trustee(), after)


def waiting(user, day):
    """Everything of evaluations that waits on somebody's desk."""
    return {thing for pile in queries.waiting_for(user, day) for thing in pile.things}
