"""What nothing addresses: counted State by subject, and every figure opens exactly what it counts."""

import pgtrigger
import pytest
from django.urls import reverse

from techcoop.desk.queries.clusters import clusters
from techcoop.desk.queries.unaddressed import matrix
from techcoop.projects.models import AddressedRecommendation
from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from tests.accountability.makers import a_recommendation
from tests.assessments.makers import an_approved_assessment, an_assessment
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger
from tests.projects.makers import a_cancelled_project, a_draft_project
from tests.requests.makers import (
    a_declined_request,
    a_redirected_request,
    a_registered_request,
    a_withdrawn_request,
    an_accepted_request,
)

pytestmark = pytest.mark.django_db

PAGES = [reverse("desk:unaddressed"), reverse("desk:unaddressed_list")]


def figures(found):
    """The cells of a matrix by State and column: what stands, and what nothing addresses."""
    return {
        (row.state.iso3, column.key): (cell.made, cell.unaddressed)
        for row in found.rows
        for column, cell in zip(found.columns, row.cells, strict=True)
        if cell
    }


def a_state_with_two():
    """A State to which two recommendations on its institution were made, one of which a request answers."""
    state = a_state()
    answered = a_recommendation(to=state, text="Establish an institution.", Issue="NHRI")
    a_recommendation(to=state, text="Strengthen the institution.", Issue="NHRI,Treaty bodies")
    actions.link_recommendation(a_registered_request(state), answered, by=a_coordinator(), at=NOON)
    return state


def test_a_recommendation_counts_once_in_a_group_and_once_in_each_subject():
    state = a_state_with_two()

    groups = figures(matrix(a_coordinator()))
    subjects = figures(matrix(a_coordinator(), group="A"))

    assert groups == {(state.iso3, "A"): (2, 1)}
    assert subjects == {
        (state.iso3, "national_institution"): (2, 1),
        (state.iso3, "treaty_body_cooperation"): (1, 1),
    }


def a_request_that(became):
    """A request that answers the only recommendation to a State, and what became of it."""
    state = a_state()
    answered = a_recommendation(to=state, text="Establish an institution.", Issue="NHRI")
    asked = became(state)
    with pgtrigger.ignore():
        StateRequest.recommendations.through.objects.create(staterequest=asked, recommendation=answered)
    return asked, answered


@pytest.mark.parametrize(
    ("became", "left"),
    [
        (a_registered_request, 0),
        (an_accepted_request, 0),
        (a_declined_request, 1),
        (a_redirected_request, 1),
        (a_withdrawn_request, 1),
    ],
)
def test_a_request_addresses_while_it_is_open_or_once_it_is_taken_up(client, became, left):
    asked, answered = a_request_that(became)
    client.force_login(a_coordinator())
    [cluster] = clusters(asked.state, a_coordinator())

    assert figures(matrix(a_coordinator())) == {(asked.state.iso3, "A"): (1, left)}
    assert client.get(PAGES[1]).context["page"].total == cluster.unaddressed.number == left
    assert bool(cluster.assistance) is not bool(left)


def test_an_assessment_in_hand_falls_with_its_request_and_an_approved_one_stays():
    asked, answered = a_request_that(an_accepted_request)
    an_assessment(of=asked)
    asked.recommendations.clear()
    before = figures(matrix(a_coordinator()))
    actions.withdraw(asked, by=a_coordinator(), at=NOON, why="Another partner helps.")

    assert before == {(asked.state.iso3, "A"): (1, 0)}
    assert figures(matrix(a_coordinator())) == {(asked.state.iso3, "A"): (1, 1)}
    approved = an_approved_assessment()
    with pgtrigger.ignore():
        approved.recommendations.through.objects.get_or_create(
            needsassessment=approved, recommendation=answered
        )
    assert figures(matrix(a_coordinator()))[asked.state.iso3, "A"][1] == 0


@pytest.mark.parametrize(("became", "left"), [(a_draft_project, 0), (a_cancelled_project, 1)])
def test_a_project_addresses_unless_it_was_cancelled(became, left):
    project = became()
    state = project.states.get()
    said = a_recommendation(to=state, text="Establish an institution.", Issue="NHRI")
    with pgtrigger.ignore():
        AddressedRecommendation.objects.create(project=project, recommendation=said)

    assert figures(matrix(a_coordinator()))[state.iso3, "A"][1] == left


@pytest.mark.parametrize("group", ["", "A"])
def test_every_figure_opens_exactly_the_recommendations_that_it_counts(client, group):
    a_state_with_two()
    a_recommendation(to=a_state("Utopia"), text="Do something.", Issue="")
    client.force_login(a_coordinator())

    cells = [cell for row in matrix(a_coordinator(), group=group).rows for cell in row.cells if cell]

    assert cells
    for cell in cells:
        assert client.get(cell.address).context["page"].total == cell.unaddressed


def test_a_desk_officer_sees_the_own_states_only(client):
    a_state_with_two()
    a_recommendation(to=a_state("Utopia"), text="Do something.", Issue="Justice")
    officer = a_desk_officer(a_state("Utopia"))
    client.force_login(officer)

    assert [row.state for row in matrix(officer).rows] == [a_state("Utopia")]
    assert client.get(PAGES[1]).context["page"].total == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("someone", [a_stranger, lambda: a_focal_point(a_state())])
def test_others_do_not_see_it(client, page, someone):
    client.force_login(someone())

    assert client.get(page).status_code == 403


def test_the_questions_do_not_grow_with_what_is_there(client, django_assert_max_num_queries):
    a_state_with_two()
    client.force_login(a_coordinator())

    for page in PAGES:
        with django_assert_max_num_queries(12):
            assert client.get(page).status_code == 200
