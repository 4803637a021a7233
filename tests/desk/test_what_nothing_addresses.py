"""What nothing addresses: counted State by subject, and every figure opens exactly what it counts."""

import pytest
from django.urls import reverse

from techcoop.desk.queries.unaddressed import matrix
from techcoop.requests import actions
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point, a_stranger
from tests.requests.makers import a_registered_request

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
