"""What came of earlier projects is told as far as the reader sees their activities."""

from dataclasses import replace

import pytest

from techcoop.desk.queries.earlier import earlier_projects
from techcoop.programme.models import Scope
from techcoop.projects import actions as projects
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, a_held_activity
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point
from tests.projects.makers import an_approved_project

pytestmark = pytest.mark.django_db


def a_project_of_two_states():
    both = (a_state(), a_state("Utopia"))
    approved = an_approved_project(both[0], scope=Scope.MULTI_STATE, states=both, by=a_desk_officer(*both))
    project = projects.start(approved, by=a_coordinator(), at=NOON)
    for state in (*both, None):
        a_held_activity(project, what=replace(A_COURSE, state=state))
    return project


@pytest.mark.parametrize(
    ("someone", "told"),
    [
        (a_coordinator, "3 activities reported · 90 people reached"),
        (lambda: a_desk_officer(a_state()), "3 activities reported · 90 people reached"),
        (lambda: a_focal_point(a_state()), "2 activities reported · 60 people reached"),
    ],
)
def test_only_activities_that_the_person_may_see_are_counted(someone, told):
    project = a_project_of_two_states()

    [panel] = earlier_projects(project.state_request, someone())

    assert told in str(panel.lines[0].notes)
