"""A Government follows of a project of several States what is done in its own, or for all of them."""

from dataclasses import replace

import pytest

from techcoop.delivery.models import Activity
from techcoop.programme.models import Scope
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, a_planned_activity
from tests.people.makers import a_coordinator, a_desk_officer, a_focal_point, a_stranger, a_trustee
from tests.projects.makers import an_approved_project

pytestmark = pytest.mark.django_db
ALL = {"Here", "There", "Together"}


def a_project_of_two_states():
    here, there = a_state(), a_state("Utopia")
    both = (here, there)
    project = an_approved_project(here, scope=Scope.MULTI_STATE, states=both, by=a_desk_officer(*both))
    for title, state in (("Here", here), ("There", there), ("Together", None)):
        a_planned_activity(project, what=replace(A_COURSE, title=title, state=state))
    return project


@pytest.mark.parametrize(
    ("someone", "titles"),
    [
        (lambda: a_focal_point(a_state()), {"Here", "Together"}),
        (lambda: a_focal_point(a_state("Utopia")), {"There", "Together"}),
        (lambda: a_focal_point(a_state(), a_state("Utopia")), ALL),
        (lambda: a_desk_officer(a_state()), ALL),
        (a_coordinator, ALL),
        (a_trustee, ALL),
        (a_stranger, set()),
    ],
)
def test_who_sees_which_activities(client, someone, titles):
    project, person = a_project_of_two_states(), someone()
    client.force_login(person)

    assert {one.title for one in Activity.objects.visible_to(person)} == titles
    for one in Activity.objects.all():
        opened = client.get(f"/activities/{one.pk}/").status_code
        assert opened == (200 if one.title in titles else 404)
    if titles:
        shown = client.get(f"/projects/{project.code}/").context["activities"]
        assert {one.title for one in shown} == titles
