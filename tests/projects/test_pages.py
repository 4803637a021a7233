"""The pages of projects: written as a draft, approved with a list of what is missing, moved act by act."""

from uuid import uuid4

import pytest
from django.urls import reverse

from techcoop.projects.models import Project
from tests.assessments.makers import a_recommendation, an_approved_assessment
from tests.atlas.makers import a_region, a_state
from tests.people.makers import (
    a_coordinator,
    a_desk_officer,
    a_finance_officer,
    a_focal_point,
    a_reviewer,
    a_stranger,
)
from tests.projects.makers import (
    a_completed_project,
    a_draft_project,
    an_approved_project,
    an_operational_project,
)
from tests.requests.makers import an_accepted_request

pytestmark = pytest.mark.django_db
PAGES = ("revise", "address", "explain", "approve", "start", "close", "attach")


def address(name, project):
    return reverse(f"projects:{name}", args=[project.code])


def typed(state, **different):
    given = {
        "title": "Inspection of prisons",
        "language": "en",
        "scope": "national",
        "states": [state.pk],
        "assistance": ["F1", "F2"],
        "share_C2": "60",
        "share_C4": "40",
        "money_voluntary_fund": "250000",
        "structure_0": "National Preventive Mechanism",
        "kind_0": "national_institution",
        "submission": str(uuid4()),
    }
    return {**given, **different}


@pytest.mark.parametrize("someone", [a_stranger, lambda: a_desk_officer(a_state("Borduria"))])
@pytest.mark.parametrize("name", PAGES)
def test_who_may_not_see_a_project_finds_none_of_its_pages(client, name, someone):
    project = a_draft_project()
    client.force_login(someone())

    assert client.get(address(name, project)).status_code == 404
    assert client.post(address(name, project), {}).status_code == 404


def test_a_project_is_drafted_from_the_page_of_its_request(client):
    state_request = an_accepted_request()
    assessment = an_approved_assessment(of=state_request)
    client.force_login(a_desk_officer(state_request.state))
    new = reverse("projects:draft", args=[state_request.pk])
    assert new in client.get(reverse("requests:request", args=[state_request.reference])).content.decode()
    assert client.get(new).context["form"].initial["assessment"] == assessment

    answer = client.post(new, typed(state_request.state, assessment=assessment.pk))

    project = Project.objects.get()
    assert answer.url == reverse("desk:project", args=[project.code])
    assert [one.name for one in project.structures.all()] == ["National Preventive Mechanism"]
    assert client.get(answer.url).status_code == 200


@pytest.mark.parametrize(
    ("different", "field"),
    [
        ({"share_C4": "39.99"}, "share_C1"),
        ({"share_C4": "sixty"}, "share_C4"),
        ({"kind_0": ""}, "kind_0"),
        ({"structure_0": ""}, "structure_0"),
        ({"starts_on": "2027-01-01", "ends_on": "2026-01-01"}, "ends_on"),
        ({"money_regular_budget": "-1"}, "money_regular_budget"),
        ({"title": ""}, "title"),
        ({"submission": "no key"}, "submission"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client, different, field):
    state_request = an_accepted_request()
    client.force_login(a_desk_officer(state_request.state))

    page = client.post(
        reverse("projects:draft", args=[state_request.pk]), typed(state_request.state, **different)
    )

    assert field in page.context["form"].errors
    assert page.context["form"]["share_C2"].value() == "60"
    assert not Project.objects.exists()


def test_states_are_ticked_under_their_region_and_the_components_say_their_sum(client):
    state_request, there = an_accepted_request(), a_state("Borduria", region=a_region("902", "Far Sea"))
    client.force_login(a_desk_officer(state_request.state))
    given = typed(state_request.state, states=[there.pk], share_C4="39.99", title="")

    page = client.post(reverse("projects:draft", args=[state_request.pk]), given).content.decode()

    assert page.index("Far Sea") < page.index(f'value="{there.pk}" checked') < page.index("Middle Sea")
    assert "<b>Borduria</b>" in page
    assert "<output>99.99</output>" in page


def test_a_draft_is_revised_and_keeps_what_was_not_changed(client):
    project = a_draft_project()
    client.force_login(a_desk_officer(project.states.get()))
    form = client.get(address("revise", project)).context["form"]
    given = {name: value for name in form.fields if (value := form[name].value()) is not None}

    client.post(address("revise", project), {**given, "title": "Inspection of every prison"})

    project.refresh_from_db()
    assert project.title == "Inspection of every prison"
    assert project.components.count() == 2
    assert project.money.count() == 2
    assert project.assessment is not None


def test_the_page_of_approval_says_what_is_missing_and_where_it_is_put_right(client):
    project = a_draft_project(structures=())
    client.force_login(a_coordinator())

    page = client.get(address("approve", project)).content.decode()

    assert "At least one national structure" in page
    assert f"{address('revise', project)}#part-structures" in page
    client.post(address("approve", project), {"why": ""})
    assert Project.objects.get().status == "draft"


def test_the_coordinator_approves_on_the_page(client):
    project = a_draft_project()
    client.force_login(a_coordinator())

    answer = client.post(address("approve", project), {"why": "Sound."})

    assert answer.status_code == 302
    assert Project.objects.get().approved_by == a_coordinator()


def test_recommendations_are_ticked_and_explained(client):
    project = a_draft_project()
    cited = a_recommendation(project.states.get())
    client.force_login(a_desk_officer(project.states.get()))

    client.post(address("address", project), {"shown": [cited.pk], "cited": [cited.pk]})
    client.post(address("explain", project), {f"of_{cited.pk}": "It trains the inspectors."})

    assert project.addressed.get().rationale == "It trains the inspectors."


def test_each_act_has_its_page_and_refuses_the_wrong_role(client):
    running, over = an_operational_project(), a_completed_project(a_state("Borduria"))

    client.force_login(a_reviewer())
    assert client.post(address("complete", running), {}).status_code == 403
    client.force_login(a_finance_officer())
    assert client.post(address("close", over), {}).status_code == 302
    client.force_login(a_coordinator())
    assert "why" in client.post(address("suspend", running), {}).context["form"].errors
    assert client.post(address("start", running), {}).status_code == 409


def test_a_focal_point_sees_the_project_and_not_the_money(client):
    project = an_approved_project()
    client.force_login(a_focal_point(project.states.get()))

    page = client.get(reverse("projects:projects")).content.decode()
    export = b"".join(client.get(reverse("projects:projects"), {"export": "csv"}).streaming_content)

    assert project.code in page
    assert "300,000" not in page
    assert b"300000" not in export
