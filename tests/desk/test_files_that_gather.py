"""The file of a State and the file of a project gather what all stages know, within the reader's scope."""

import pytest

from techcoop.desk.queries import project_file
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.delivery.makers import a_held_activity, a_planned_activity
from tests.people.makers import (
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_stranger,
    a_trustee,
    an_administrator,
)
from tests.projects.makers import a_draft_project, an_operational_project

pytestmark = pytest.mark.django_db


def test_the_file_of_a_state_puts_accountability_beside_assistance(client, at_most_questions):
    state = a_state()
    a_recommendation(to=state)
    project = an_operational_project(state)
    client.force_login(a_coordinator())

    with at_most_questions(14):
        page = client.get(f"/states/{state.iso3}/").content.decode()

    assert page.index("For what the State accounts") < page.index("What assistance it asked for")
    assert "never replaces it" in page
    assert project.code in page


def test_a_reader_of_another_region_sees_the_public_facts_and_no_assistance(client):
    state = a_state()
    a_recommendation(to=state)
    project = an_operational_project(state)
    client.force_login(a_desk_officer(a_state("Utopia")))

    page = client.get(f"/states/{state.iso3}/").content.decode()

    assert "recommendations" in page
    assert project.code not in page


def test_the_file_of_a_project_asks_once_which_states_it_reaches(client, at_most_questions):
    project = an_operational_project(a_state())
    a_held_activity(project)
    client.force_login(a_coordinator())

    with at_most_questions(15):
        page = client.get(f"/projects/{project.code}/")

    assert project.title in page.text


def test_the_money_of_a_project_stands_beside_what_its_held_activities_cost():
    project = an_operational_project(a_state())
    a_planned_activity(project)
    before = project_file.money(project)

    a_held_activity(project)

    planned = {line.family: line.required for line in before}
    assert {line.family: line.required for line in project_file.money(project)} == planned
    costs = {line.family: line.cost_of_activities for line in project_file.money(project)}
    assert costs == {**dict.fromkeys(planned), "Voluntary Fund": 12500}


def test_a_request_is_named_to_all_and_opens_for_those_who_may_see_it(client):
    project = an_operational_project(a_state())
    link = f"/requests/{project.state_request.reference}/"

    for someone, opens in ((a_coordinator(), True), (a_trustee(), False)):
        client.force_login(someone)
        page = client.get(f"/projects/{project.code}/").text
        assert project.state_request.reference in page
        assert (f'href="{link}"' in page) is opens


def test_an_assessment_is_named_to_all_and_opens_for_those_who_may_see_it(client):
    state = a_state(language="fr")
    project = an_operational_project(state)
    link = f"/assessments/{project.assessment_id}/"

    for someone, opens in ((a_desk_officer(state), True), (a_focal_point(state), False)):
        client.force_login(someone)
        page = client.get(f"/projects/{project.code}/").content.decode()
        assert project.assessment.title in page
        assert (link in page) is opens


def test_money_is_shown_to_those_who_see_money(client):
    state = a_state()
    project = an_operational_project(state)

    for someone, sees in ((a_finance_officer(), True), (a_trustee(), True), (a_focal_point(state), False)):
        client.force_login(someone)
        assert (
            "Money, by family of funds" in client.get(f"/projects/{project.code}/").content.decode()
        ) is sees


def test_the_file_of_a_project_gathers_its_activities(client, django_assert_max_num_queries):
    state = a_state()
    project = an_operational_project(state)
    activity = a_held_activity(project)
    client.force_login(a_coordinator())

    with django_assert_max_num_queries(30):
        page = client.get(f"/projects/{project.code}/").content.decode()

    assert activity.title in page
    assert "12,500" in page


@pytest.mark.parametrize("address", ["/states/{state}/", "/projects/{project}/", "/portfolio/"])
def test_a_stranger_opens_nothing(client, address):
    state = a_state()
    project = an_operational_project(state)
    client.force_login(a_stranger())

    answer = client.get(address.format(state=state.iso3, project=project.code))

    assert answer.status_code in (403, 404)


def test_the_portfolio_counts_what_its_reader_sees(client):
    an_operational_project(a_state())
    an_operational_project(a_state("Utopia"))

    counted = {}
    for name, someone in (
        ("coordinator", a_coordinator()),
        ("desk", a_desk_officer(a_state("Utopia"))),
        ("administrator", an_administrator()),
    ):
        client.force_login(someone)
        answer = client.get("/portfolio/")
        counted[name] = answer.context["total"] if answer.status_code == 200 else answer.status_code

    assert counted == {"coordinator": 2, "desk": 1, "administrator": 403}


def test_every_figure_of_the_portfolio_opens_the_projects_that_it_counts(client):
    an_operational_project(a_state())
    an_operational_project(a_state("Utopia"))
    client.force_login(a_coordinator())
    context = client.get("/portfolio/").context

    for counted in (*context["components"], *context["forms"], *context["years"].columns):
        found = client.get(counted.address).context["page"].total
        assert str(found) == counted.text, counted.address


def test_the_history_and_its_reasons_are_for_those_who_work_on_it(client):
    state = a_state()
    project = an_operational_project(state)
    activity = a_held_activity(project)

    for someone, sees in ((a_desk_officer(state), True), (a_focal_point(state), False), (a_trustee(), False)):
        client.force_login(someone)
        for address in (f"/projects/{project.code}/", f"/activities/{activity.pk}/"):
            assert (">History<" in client.get(address).content.decode()) is sees


def test_every_figure_of_a_file_leads_to_the_records_it_counts(client):
    state = a_state()
    a_recommendation(to=state, Response="Supported")
    an_operational_project(state)
    unsaid = a_draft_project(state, required={})
    client.force_login(a_coordinator())

    page = client.get(f"/states/{state.iso3}/").text

    assert f'<a href="/recommendations/?state={state.iso3}&amp;position=supported">1 supported</a>' in page
    assert f'<a href="/projects/?reaches={state.iso3}">' in page
    without = f"/projects/?reaches={state.iso3}&gap=required"
    assert without.replace("&", "&amp;") in page
    assert [row[0].text for row in client.get(without).context["page"].rows] == [unsaid.code]
