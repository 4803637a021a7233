"""The pages of acts on a project open in their time; nothing typed is lost, and nobody is written over."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from techcoop.projects import actions
from tests.assessments.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_reviewer, an_auditor
from tests.projects.makers import (
    a_draft_project,
    an_approved_project,
    an_operational_project,
    some_particulars,
)
from tests.requests.makers import an_accepted_request
from tests.web.makers import opened

pytestmark = pytest.mark.django_db
WRITTEN = ("revise", "address", "explain")
ACTS = (*WRITTEN, "approve", "start", "suspend", "complete", "cancel", "terminate", "close", "attach")


def address(name, project):
    return reverse(f"projects:{name}", args=[project.code])


@pytest.mark.parametrize("name", ACTS)
def test_whoever_sees_a_project_without_the_role_is_told_who_does_it(client, name):
    project = a_draft_project()
    client.force_login(an_auditor())

    answer = client.get(address(name, project))

    assert answer.status_code == 403
    assert "It is done by" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "make", "status"),
    [
        *((name, a_draft_project, 200) for name in (*WRITTEN, "approve", "cancel")),
        *((name, an_operational_project, 409) for name in (*WRITTEN, "approve", "start", "cancel")),
        ("start", an_approved_project, 200),
        ("suspend", an_operational_project, 200),
        ("suspend", an_approved_project, 409),
    ],
)
def test_a_page_opens_while_the_status_permits_the_act(client, name, make, status):
    project = make()
    client.force_login(a_coordinator())

    answer = client.get(address(name, project))

    assert answer.status_code == status
    assert ("Possible while the status is" in answer.content.decode()) == (status == 409)


def test_reasons_that_come_too_late_stay_on_the_page(client):
    project = an_operational_project()
    client.force_login(a_coordinator())
    actions.suspend(project, by=a_coordinator(), at=NOON, why="An election.")

    answer = client.post(address("suspend", project), {"why": "The prisons are closed."})

    assert answer.status_code == 409
    assert "The prisons are closed." in answer.content.decode()
    assert "Possible while the status is “Operational”" in answer.content.decode()


def test_a_project_is_drafted_by_those_whose_states_it_names_and_others_keep_what_they_typed(client):
    state_request, there = an_accepted_request(), a_state("Borduria")
    client.force_login(a_desk_officer(state_request.state))
    new = reverse("projects:draft", args=[state_request.pk])

    page = client.post(new, {**opened(client, new), "title": "Inspection", "states": [there.pk]})

    assert "name States that it covers" in str(page.context["form"].errors["states"])
    assert page.context["form"]["title"].value() == "Inspection"
    client.force_login(a_reviewer())
    assert client.get(new).status_code == 403


def written_by_another(project, **different):
    what = some_particulars(project.states.get(), assessment=project.assessment, **different)
    what = replace(what, desk_officer=project.desk_officer)
    return actions.revise(project, what=what, seen=0, by=a_coordinator(), at=NOON)


def test_the_second_of_two_writers_sees_theirs_beside_the_own_words(client):
    project = a_draft_project()
    client.force_login(a_desk_officer(project.states.get()))
    data = opened(client, address("revise", project))
    written_by_another(project, title="Theirs", required={"voluntary_fund": Decimal(7)})

    answer = client.post(address("revise", project), {**data, "title": "Mine", "money_voluntary_fund": "8"})

    assert [(one.theirs, one.mine) for one in answer.context["form"].differences] == [
        ("Theirs", "Mine"),
        ("7.00", "8"),
    ]
    assert "Clara Coordinator has changed this too" in answer.content.decode()
    project.refresh_from_db()
    assert project.title == "Theirs"


def test_what_two_write_in_different_places_is_both_kept(client):
    project = a_draft_project()
    client.force_login(a_desk_officer(project.states.get()))
    data = opened(client, address("revise", project))
    written_by_another(project, components={"C1": Decimal(100)})

    client.post(address("revise", project), {**data, "title": "Mine"})

    project.refresh_from_db()
    assert project.title == "Mine"
    assert [one.component for one in project.components.all()] == ["C1"]


def test_of_two_rationales_of_one_recommendation_none_is_lost(client):
    project = a_draft_project()
    cited = a_recommendation(project.states.get())
    actions.address(project, cite=[cited.pk], by=a_coordinator(), at=NOON)
    client.force_login(a_desk_officer(project.states.get()))
    data = opened(client, address("explain", project))
    actions.explain(project, rationales={cited.pk: "Theirs."}, seen=0, by=a_coordinator(), at=NOON)

    page = client.post(address("explain", project), {**data, f"of_{cited.pk}": "Mine."})

    assert "Theirs." in page.content.decode()
    assert "Mine." in page.content.decode()
    assert project.addressed.get().rationale == "Theirs."
