"""A request on which projects stand says what came of it, and is taken back no more."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point
from tests.projects.makers import (
    a_completed_project,
    a_draft_project,
    a_terminated_project,
    an_operational_project,
)

pytestmark = pytest.mark.django_db
WHY = "The Government has found other help."


@pytest.fixture
def running():
    return an_operational_project(a_state())


def shown(client, project, person):
    client.force_login(person)
    return client.get(page_of(project.state_request)).content.decode()


@pytest.mark.parametrize("person", [a_desk_officer, a_focal_point])
def test_its_page_says_that_the_assistance_is_under_way(client, running, person):
    page = shown(client, running, person(a_state()))

    assert f"The assistance is under way: {running.code}." in page
    assert "A project document is drafted" not in page


@pytest.mark.parametrize("ended", [a_completed_project, a_terminated_project])
def test_when_the_project_is_over_so_is_the_assistance(client, ended):
    project = ended(a_state())

    assert f"The assistance has ended: {project.code}." in shown(client, project, a_desk_officer(a_state()))


def test_while_a_project_is_only_drafted_it_still_is_formulated(client):
    project = a_draft_project(a_state())

    assert "A project document is drafted" in shown(client, project, a_desk_officer(a_state()))
    actions.withdraw(project.state_request, by=a_focal_point(a_state()), at=NOON, why=WHY)


@pytest.mark.parametrize("person", [a_desk_officer, a_focal_point])
def test_it_is_not_taken_back_and_the_page_says_why_and_keeps_what_was_typed(client, running, person):
    client.force_login(person(a_state()))
    address = reverse("requests:withdraw", args=[running.state_request.reference])

    answer = client.post(address, {"why": WHY})

    assert answer.status_code == 200
    assert running.code in answer.content.decode()
    assert WHY in answer.content.decode()
    assert StateRequest.objects.get(pk=running.state_request_id).status == "formulation"


def test_the_action_refuses_it_too(running):
    with pytest.raises(ValidationError, match=running.code):
        actions.withdraw(running.state_request, by=a_coordinator(), at=NOON, why=WHY)


def test_what_only_the_tables_refuse_is_a_sentence_and_keeps_the_words(client, running, monkeypatch):
    monkeypatch.setattr("techcoop.requests.actions.deciding.why_not_withdrawn", lambda state_request: "")
    client.force_login(a_focal_point(a_state()))
    address = reverse("requests:withdraw", args=[running.state_request.reference])

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    answer = client.post(address, {"why": WHY})

    assert answer.status_code == 409
    assert "stands on a request that was taken up" in answer.content.decode()
    assert WHY in answer.content.decode()
