"""What breaks and what keeps each practice about evaluations."""

from datetime import date

from techcoop.evaluation import actions
from tests.evaluation.makers import (
    a_drafted_evaluation,
    a_final_evaluation,
    a_finding,
    a_recommendation,
    a_written_evaluation,
    an_answered_evaluation,
)
from tests.people.makers import NOON, an_evaluator
from tests.programme.pairs import Pair, after


def without_a_lesson():
    evaluation = a_drafted_evaluation()
    a_recommendation(evaluation, a_finding(evaluation))
    return actions.finalise(evaluation, by=an_evaluator(), at=NOON)


def advising_on_nothing():
    evaluation = a_written_evaluation()
    evaluation.recommendations.get().findings.clear()
    return evaluation


def marked():
    return a_final_evaluation(marks={"relevance": "satisfactory"})


PAIRS = {
    "evaluations.answered": after(a_final_evaluation, 60),
    "evaluations.followed_up": after(an_answered_evaluation, 0, since=date(2026, 12, 31)),
    "evaluations.finished": after(a_drafted_evaluation, 365, since=date(2025, 1, 30)),
    "evaluations.rated": Pair(a_final_evaluation, marked),
    "evaluations.lessons": Pair(without_a_lesson, a_final_evaluation),
    "evaluations.advice_rests": Pair(advising_on_nothing, a_written_evaluation),
}
