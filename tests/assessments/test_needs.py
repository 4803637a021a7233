"""Needs are written down, changed and taken out while the assessment is open."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from techcoop.assessments import actions
from techcoop.assessments.actions import Finding
from techcoop.assessments.models import Need
from tests.assessments.makers import a_begun_assessment, a_need
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer

pytestmark = pytest.mark.django_db


def test_a_need_is_written_down_once_however_often_it_is_sent():
    assessment, submission = a_begun_assessment(), uuid4()
    officer, finding = a_desk_officer(assessment.state), Finding("C1", "The law is from 1931.")

    for _ in range(2):
        actions.add_need(assessment, by=officer, at=NOON, submission=submission, finding=finding)

    assert Need.objects.get().statement == "The law is from 1931."


def test_a_need_is_changed():
    need = a_need(a_begun_assessment())

    actions.change_need(
        need,
        by=a_desk_officer(need.assessment.state),
        at=NOON,
        finding=Finding("C4", "Judges need training."),
    )

    need.refresh_from_db()
    assert (need.component, need.statement) == ("C4", "Judges need training.")


def test_a_need_is_taken_out():
    need = a_need(a_begun_assessment())

    actions.remove_need(need, by=a_desk_officer(need.assessment.state), at=NOON)

    assert not Need.objects.exists()


def test_an_officer_of_another_state_writes_no_need():
    with pytest.raises(PermissionDenied):
        actions.remove_need(a_need(a_begun_assessment()), by=a_desk_officer(a_state("Borduria")), at=NOON)
