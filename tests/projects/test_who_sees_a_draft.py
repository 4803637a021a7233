"""A draft is for those who work on it; from its approval, a project is seen by all whose reach it touches."""

import pytest
from django.urls import reverse

from techcoop.projects import actions
from techcoop.projects.models import Project
from techcoop.web.links import page_of
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_reviewer,
    a_stranger,
    a_trustee,
)
from tests.projects.makers import a_draft_project, a_member

pytestmark = pytest.mark.django_db


def of_the_state(maker):
    return lambda project: maker(project.states.get())


WORK_ON_IT = {
    "desk officer": of_the_state(a_desk_officer),
    "reviewer": lambda project: a_reviewer(),
    "finance officer": lambda project: a_finance_officer(),
    "somebody engaged for it": lambda project: a_member(project).assignment.user,
}
FOLLOW_IT = {"focal point": of_the_state(a_focal_point), "trustee": lambda project: a_trustee()}


def sees(client, person, project):
    """Whether a person finds the project in the list and opens its file, which is one question."""
    client.force_login(person)
    in_list = project.code in client.get(reverse("projects:projects")).content.decode()
    opens = client.get(page_of(project)).status_code == 200
    assert in_list == opens == Project.objects.visible_to(person).filter(pk=project.pk).exists()
    return opens


@pytest.mark.parametrize("someone", WORK_ON_IT)
def test_whoever_works_on_it_sees_the_draft(client, someone):
    project = a_draft_project()

    assert sees(client, WORK_ON_IT[someone](project), project)


@pytest.mark.parametrize("someone", FOLLOW_IT)
def test_whoever_follows_it_sees_it_from_its_approval(client, someone):
    project = a_draft_project()
    person = FOLLOW_IT[someone](project)
    assert not sees(client, person, project)

    actions.approve(project, by=a_coordinator(), at=NOON)

    assert sees(client, person, project)


def test_a_stranger_sees_neither(client):
    project = a_draft_project()
    assert not sees(client, a_stranger(), project)

    actions.approve(project, by=a_coordinator(), at=NOON)

    assert not sees(client, a_stranger(), project)
