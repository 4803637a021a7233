"""What a concluded evaluation says is neither reworded nor taken out nor added to, whoever writes it."""

import pytest
from django.db import DatabaseError, connection, transaction

from techcoop.evaluation import actions
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Evidence, Finding, Lesson, Rating
from tests.evaluation.makers import (
    INTERVIEWS,
    a_drafted_evaluation,
    a_final_evaluation,
    a_finding,
    a_recommendation,
    an_answered_evaluation,
)
from tests.people.makers import NOON, an_evaluator

pytestmark = pytest.mark.django_db
RestsOn = EvaluationRecommendation.findings.through
REWORDED = (
    (Evaluation, {"conducted_by": "Friends"}),
    (Finding, {"statement": "All was well."}),
    (Evidence, {"description": "Nothing."}),
    (Lesson, {"statement": "None."}),
    (Rating, {"mark": "satisfactory"}),
    (EvaluationRecommendation, {"text": "Go on."}),
)
TAKEN_OUT = (Evidence, Lesson, Rating, RestsOn)


@transaction.atomic
def written_past_the_acts(change):
    """A change that no act makes, looked at as at the end of a transaction."""
    change()
    connection.check_constraints()


@pytest.mark.parametrize(("model", "other"), REWORDED, ids=[model.__name__ for model, _other in REWORDED])
def test_nothing_is_reworded(model, other):
    a_final_evaluation(marks={"impact": "highly_satisfactory"})

    with pytest.raises(DatabaseError, match="stays as it is"):
        model.objects.update(**other)


@pytest.mark.parametrize("model", TAKEN_OUT, ids=lambda model: model.__name__)
def test_nothing_is_taken_out(model):
    an_answered_evaluation(marks={"impact": "highly_satisfactory"})

    with pytest.raises(DatabaseError, match="stays as it is"):
        model.objects.all()._raw_delete("default")


def added_to(evaluation):
    """One more of everything that an evaluation says."""
    finding = evaluation.findings.get()
    return {
        Finding: {"evaluation": evaluation, "number": 9, "statement": "Late.", "criterion": "impact"},
        Evidence: {"finding": finding, "kind": "data", "description": "Late."},
        Lesson: {"evaluation": evaluation, "statement": "Late."},
        Rating: {"evaluation": evaluation, "criterion": "impact", "mark": "satisfactory"},
        EvaluationRecommendation: {
            "evaluation": evaluation,
            "number": 9,
            "text": "Late.",
            "addressee": "All",
        },
    }


@pytest.mark.parametrize("model", [model for model, _other in REWORDED[1:]])
def test_nothing_is_added(model):
    late = added_to(a_final_evaluation())[model]

    with pytest.raises(DatabaseError, match="stays as it is"):
        model.objects.create(**late)


def test_no_recommendation_rests_on_more_than_it_did():
    evaluation = a_drafted_evaluation()
    recommendation, other = a_recommendation(evaluation, a_finding(evaluation)), a_finding(evaluation)
    actions.finalise(evaluation, by=an_evaluator(), at=NOON)

    with pytest.raises(DatabaseError, match="stays as it is"):
        recommendation.findings.add(other)


def test_no_finding_of_a_draft_loses_its_last_evidence():
    finding = a_finding(a_drafted_evaluation())

    with pytest.raises(DatabaseError, match="no finding without evidence"):
        written_past_the_acts(finding.evidence.all().delete)


def test_evidence_that_was_taken_out_stays_known():
    finding = a_finding(a_drafted_evaluation())
    actions.remove_finding(finding, by=an_evaluator(), at=NOON, why="It was said twice.")

    assert Evidence.pgh_event_model.objects.get().description == INTERVIEWS.description
