"""An activity has one form, lies within its project, and says in the end what came of it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from techcoop.delivery import actions
from techcoop.delivery.models import Activity
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, AN_OUTCOME, a_held_activity, a_planned_activity
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_stranger, an_auditor
from tests.projects.makers import a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db


def test_a_course_is_planned_held_and_remembered():
    project = an_operational_project()

    held = a_held_activity(project)

    assert held.status == "held"
    assert [entry.act for entry in history(held)] == ["plan", "report"]
    assert [(one.family, one.amount) for one in held.costs.all()] == [("voluntary_fund", 12500)]


def test_the_same_form_sent_twice_makes_one_activity():
    project, submission = an_operational_project(), uuid4()

    for _ in range(2):
        actions.plan(project, what=A_COURSE, submission=submission, by=a_coordinator(), at=NOON)

    assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts_on": date(1999, 1, 1)},
        {"ends_on": date(2050, 1, 1)},
    ],
)
def test_an_activity_lies_within_the_dates_of_its_project(wrong):
    with pytest.raises(ValidationError):
        a_planned_activity(an_operational_project(), what=replace(A_COURSE, **wrong))


def test_an_activity_takes_place_in_a_state_of_its_project():
    with pytest.raises(ValidationError):
        a_planned_activity(an_operational_project(), what=replace(A_COURSE, state=a_state("Utopia")))


def test_nothing_is_planned_in_a_draft():
    with pytest.raises(MoveNotAllowed):
        a_planned_activity(a_draft_project())


@pytest.mark.parametrize("someone", [a_stranger, an_auditor, lambda: a_desk_officer(a_state("Utopia"))])
def test_nobody_else_may_record(someone):
    activity = a_planned_activity(an_operational_project())

    with pytest.raises(PermissionDenied):
        actions.report(activity, what=AN_OUTCOME, by=someone(), at=NOON)


def test_it_is_given_up_with_reasons_only():
    activity = a_planned_activity(an_operational_project())

    with pytest.raises(ValidationError, match="reasons"):
        actions.cancel(activity, by=a_coordinator(), at=NOON, why=" ")


def test_what_was_held_is_neither_revised_nor_cancelled_nor_held_again():
    held = a_held_activity(an_operational_project())

    for act in (
        lambda: actions.revise(held, what=A_COURSE, seen=0, by=a_coordinator(), at=NOON),
        lambda: actions.cancel(held, by=a_coordinator(), at=NOON, why="No"),
        lambda: actions.report(held, what=AN_OUTCOME, by=a_coordinator(), at=NOON),
    ):
        with pytest.raises(MoveNotAllowed):
            act()
