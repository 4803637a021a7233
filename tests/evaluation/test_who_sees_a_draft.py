"""An evaluation is for those who work on it until it is concluded; then all see it whose reach it touches."""

import pytest
from django.urls import reverse

from techcoop.evaluation import actions
from techcoop.web.links import page_of
from tests.evaluation.makers import a_written_evaluation
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_reviewer,
    a_trustee,
    an_auditor,
    an_evaluator,
)

pytestmark = pytest.mark.django_db


def sees(client, person, evaluation):
    """Whether somebody opens the evaluation, and finds it in the list, which is one question."""
    client.force_login(person)
    opens = client.get(page_of(evaluation)).status_code == 200
    assert opens == (evaluation.title in client.get(reverse("evaluation:evaluations")).content.decode())
    return opens


@pytest.mark.parametrize("someone", [a_coordinator, a_reviewer, an_auditor, an_evaluator])
def test_whoever_works_with_it_sees_the_draft(client, someone):
    assert sees(client, someone(), a_written_evaluation())


def test_a_trustee_sees_it_when_it_is_final(client):
    evaluation = a_written_evaluation()
    assert not sees(client, a_trustee(), evaluation)

    actions.finalise(evaluation, by=an_evaluator(), at=NOON)

    assert sees(client, a_trustee(), evaluation)
