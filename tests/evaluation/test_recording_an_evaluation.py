"""There is no finding without evidence, and no final evaluation without a finding."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from techcoop.evaluation import actions
from techcoop.evaluation.actions import Advice, Grounds, Observation, Plan
from techcoop.evaluation.models import Evaluation, Finding
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from tests.evaluation.makers import (
    INTERVIEWS,
    JUDGES_LEARNT,
    a_drafted_evaluation,
    a_final_evaluation,
    a_finding,
    a_planned_evaluation,
    a_recommendation,
)
from tests.people.makers import NOON, a_coordinator, a_stranger, a_trustee, an_auditor, an_evaluator

pytestmark = pytest.mark.django_db


def test_an_evaluation_is_recorded_step_by_step_and_the_journal_tells_it():
    evaluation = a_final_evaluation(marks={"effectiveness": "satisfactory"})

    acts = [entry.act for entry in history(evaluation)]
    assert evaluation.status == "final"
    assert acts == ["plan", "draft", "add_finding", "add_recommendation", "add_lesson", "rate", "finalise"]


def test_the_same_form_sent_twice_plans_one_evaluation():
    submission = uuid4()
    for _ in range(2):
        actions.plan(Plan("Twice"), submission=submission, by=an_evaluator(), at=NOON)

    assert Evaluation.objects.count() == 1


@pytest.mark.parametrize("someone", [a_stranger, a_trustee, an_auditor])
def test_nobody_else_plans_evaluations(someone):
    with pytest.raises(PermissionDenied):
        actions.plan(Plan("Mine"), submission=uuid4(), by=someone(), at=NOON)


def test_a_finding_without_evidence_is_refused():
    evaluation = a_drafted_evaluation()

    with pytest.raises(ValidationError):
        actions.add_finding(
            evaluation, what=JUDGES_LEARNT, evidence=(), submission=uuid4(), by=an_evaluator(), at=NOON
        )


def test_the_database_refuses_a_finding_without_evidence_too():
    evaluation = a_drafted_evaluation()
    Finding.objects.create(evaluation=evaluation, number=1, statement="Hearsay", criterion="impact")

    with pytest.raises(ProgrammingError, match="no finding without evidence"), transaction.atomic():
        connection.check_constraints()
    Finding.objects.all().delete()


def test_a_finding_belongs_to_a_draft():
    with pytest.raises(MoveNotAllowed):
        a_finding(a_planned_evaluation())
    with pytest.raises(MoveNotAllowed):
        a_finding(a_final_evaluation())


def test_an_evaluation_without_findings_is_not_made_final():
    evaluation = a_drafted_evaluation()

    with pytest.raises(ValidationError, match="no finding"):
        actions.finalise(evaluation, by=an_evaluator(), at=NOON)


def test_an_evaluation_that_does_not_say_who_and_when_is_not_made_final():
    plan = actions.plan(Plan("Bare"), submission=uuid4(), by=an_evaluator(), at=NOON)
    evaluation = actions.draft(plan, by=an_evaluator(), at=NOON)
    a_finding(evaluation)

    with pytest.raises(ValidationError) as refused:
        actions.finalise(evaluation, by=an_evaluator(), at=NOON)
    assert len(refused.value.messages) == 3


def test_a_recommendation_rests_on_findings_of_the_same_evaluation():
    foreign = a_finding(a_drafted_evaluation())
    evaluation = a_drafted_evaluation()

    for findings in ((), (foreign,)):
        what = Advice("Do better.", "Everybody", findings)
        with pytest.raises(ValidationError):
            actions.add_recommendation(evaluation, what=what, submission=uuid4(), by=an_evaluator(), at=NOON)


def test_a_finding_that_a_recommendation_rests_on_stays():
    evaluation = a_drafted_evaluation()
    finding, other = a_finding(evaluation), a_finding(evaluation)
    a_recommendation(evaluation, finding)

    with pytest.raises(ValidationError, match="reasons"):
        actions.remove_finding(other, by=an_evaluator(), at=NOON, why=" ")
    actions.remove_finding(other, by=an_evaluator(), at=NOON, why="Said twice")
    with pytest.raises(ValidationError):
        actions.remove_finding(finding, by=an_evaluator(), at=NOON, why="Unwelcome")
    assert list(evaluation.findings.all()) == [finding]


def test_more_evidence_may_be_added_while_it_is_a_draft():
    finding = a_finding(a_drafted_evaluation())

    actions.add_evidence(
        finding, what=Grounds("data", "Court statistics"), submission=uuid4(), by=an_evaluator(), at=NOON
    )

    assert finding.evidence.count() == 2


def test_the_coordinator_records_evaluations_too():
    evaluation = a_drafted_evaluation(by=a_coordinator())
    what = Observation("No baseline was kept.", "efficiency", False)

    finding = actions.add_finding(
        evaluation, what=what, evidence=(INTERVIEWS,), submission=uuid4(), by=a_coordinator(), at=NOON
    )

    assert finding.number == 1
