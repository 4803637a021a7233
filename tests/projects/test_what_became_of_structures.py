"""What became of each national structure is said while a project runs and until its accounts are closed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.projects import actions
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_stranger,
    a_trustee,
    another_coordinator,
)
from tests.projects.makers import BY_STATUS, a_closed_project, an_operational_project
from tests.web.makers import opened

pytestmark = pytest.mark.django_db
IN_ITS_TIME = ("operational", "completed")


def told(project, words="It visits every prison.", *, seen=0, by=None):
    outcomes = {project.structures.get().pk: words}
    return actions.tell_outcomes(project, outcomes=outcomes, seen=seen, by=by or a_coordinator(), at=NOON)


def address(project):
    return reverse("projects:tell_outcomes", args=[project.code])


@pytest.mark.parametrize("status", IN_ITS_TIME)
def test_the_desk_says_it_and_the_journal_tells_so(status):
    project = BY_STATUS[status]()

    told(project, by=a_desk_officer(project.states.get()))

    assert project.structures.get().outcome == "It visits every prison."
    assert history(project).last().act == "tell_outcomes"


@pytest.mark.parametrize("status", sorted(set(BY_STATUS) - set(IN_ITS_TIME)))
def test_it_is_not_said_before_the_work_nor_after_the_accounts_are_closed(status):
    with pytest.raises(MoveNotAllowed):
        told(BY_STATUS[status]())


@pytest.mark.parametrize(
    "someone", [a_stranger, a_trustee, a_finance_officer, lambda: a_desk_officer(a_state("Borduria"))]
)
def test_nobody_else_says_it(someone):
    with pytest.raises(PermissionDenied):
        told(an_operational_project(), by=someone())


def test_the_second_of_two_at_once_is_refused():
    project = told(an_operational_project())

    with pytest.raises(ChangedMeanwhile):
        told(project, "It was dissolved.", by=another_coordinator())


def test_the_file_leads_to_the_form_and_shows_what_was_said(client):
    project = an_operational_project()
    client.force_login(a_coordinator())
    assert address(project) in client.get(page_of(project)).content.decode()

    field = f"of_{project.structures.get().pk}"
    client.post(address(project), {**opened(client, address(project)), field: "It visits every prison."})

    assert "It visits every prison." in client.get(page_of(project)).content.decode()


def test_of_two_who_write_at_once_none_is_lost(client):
    project = an_operational_project()
    client.force_login(a_coordinator())
    data = opened(client, address(project))
    told(project, "Theirs.", by=another_coordinator())

    page = client.post(address(project), {**data, f"of_{project.structures.get().pk}": "Mine."})

    assert "Theirs." in page.content.decode()
    assert "Mine." in page.content.decode()
    assert project.structures.get().outcome == "Theirs."


def test_a_closed_project_says_why_it_is_too_late(client):
    client.force_login(a_coordinator())

    answer = client.get(address(a_closed_project()))

    assert answer.status_code == 409
    assert "Operationally completed" in answer.content.decode()
