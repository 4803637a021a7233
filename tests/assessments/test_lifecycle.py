"""An assessment moves along its table and no other way."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from techcoop.assessments import actions
from techcoop.assessments.statuses import LIFECYCLE, AssessmentStatus
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from tests.assessments.makers import (
    TOGETHER,
    a_drafted_assessment,
    a_validated_assessment,
    an_approved_assessment,
    an_assessment,
    rewritten,
)
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_reviewer,
    a_trustee,
    another_coordinator,
)

pytestmark = pytest.mark.django_db


def test_the_way_to_approval_is_in_the_journal():
    approved = an_approved_assessment()

    acts = [entry.act for entry in history(approved)]

    assert acts == [
        "commission", "begin", *("weigh_input",) * 4, "add_need", "add_institution", "add_consultation",
        "name_assessors", "score", "score", "revise", "draft", "validate", "approve",
    ]  # fmt: skip
    assert approved.approved_by == a_reviewer()


@pytest.mark.parametrize("status", AssessmentStatus)
@pytest.mark.parametrize("act", LIFECYCLE.acts)
def test_an_act_is_possible_exactly_where_the_table_says(act, status):
    assessment = an_assessment()
    assessment.status = status

    if act in LIFECYCLE.allowed_acts(status):
        assessment.move(act)
        assert assessment.status == LIFECYCLE.after(status, act)
    else:
        with pytest.raises(MoveNotAllowed):
            assessment.move(act)


def test_the_database_refuses_another_way_too():
    assessment = an_assessment()

    with pytest.raises(DatabaseError, match="does not become"), transaction.atomic():
        type(assessment).objects.filter(pk=assessment.pk).update(status="approved")


def test_who_drafted_it_does_not_approve_it():
    assessment = a_drafted_assessment()
    actions.send_back(assessment, by=a_coordinator(), at=NOON, why="The context is thin.")
    actions.draft(assessment, by=a_coordinator(), at=NOON)
    actions.validate(assessment, by=a_coordinator(), at=NOON, on=NOON.date(), validated_with=TOGETHER)
    actions.clear(assessment, by=a_reviewer(), at=NOON)

    with pytest.raises(PermissionDenied):
        actions.approve(assessment, by=a_coordinator(), at=NOON)
    assert actions.approve(assessment, by=another_coordinator(), at=NOON).status == "approved"


@pytest.mark.parametrize("someone", [a_trustee, lambda: a_desk_officer(a_state("Borduria"))])
def test_nobody_approves_without_role_or_scope(someone):
    with pytest.raises(PermissionDenied):
        actions.approve(a_validated_assessment(), by=someone(), at=NOON)


@pytest.mark.parametrize("day", [date(2026, 3, 3), date(2026, 1, 31)])
def test_it_is_validated_after_those_concerned_were_heard_and_not_in_the_future(day):
    assessment = a_drafted_assessment()
    officer = a_desk_officer(assessment.state)

    with pytest.raises(ValidationError):
        actions.validate(assessment, by=officer, at=NOON, on=day, validated_with=TOGETHER)


def test_a_mission_does_not_end_before_it_begins():
    days = {"mission_began_on": date(2026, 2, 9), "mission_ended_on": date(2026, 2, 2)}

    with pytest.raises(ValidationError) as refused:
        rewritten(an_assessment(), by_mission=True, **days)
    assert "mission_ended_on" in refused.value.message_dict
    with pytest.raises(ValidationError):
        rewritten(an_assessment(), by_mission=False, mission_places="The north")


def test_it_is_sent_back_with_reasons_only():
    with pytest.raises(ValidationError):
        actions.send_back(a_drafted_assessment(), by=a_reviewer(), at=NOON, why=" ")


def test_what_was_sent_back_is_drafted_anew():
    returned = actions.send_back(a_validated_assessment(), by=a_reviewer(), at=NOON, why="Hear women too.")

    assert (returned.status, returned.drafted_by, returned.validated_on) == ("under_way", None, None)
    assert (returned.validated_with, returned.validated_by, returned.cleared_by) == ("", None, None)


def test_it_is_validated_with_somebody():
    assessment = a_drafted_assessment()
    officer = a_desk_officer(assessment.state)

    with pytest.raises(ValidationError) as refused:
        actions.validate(assessment, by=officer, at=NOON, on=NOON.date(), validated_with=" ")
    assert "validated_with" in refused.value.message_dict
