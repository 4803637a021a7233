"""What says the same to a State stands together, across mechanisms; every count opens what it counts."""

import pytest
from django.urls import reverse

from techcoop.atlas.models import State
from techcoop.desk.queries.clusters import clusters
from techcoop.requests import actions
from tests.accountability.makers import a_recommendation, an_index, taken_in
from tests.people.makers import NOON, a_coordinator, a_stranger, a_trustee
from tests.requests.makers import a_registered_request

pytestmark = pytest.mark.django_db


def a_state_told_twice():
    """The review and a treaty body ask for an institution; a request answers the first of them."""
    state = State.objects.get(iso3="FRA")
    answered = a_recommendation(to=state, text="Establish an institution.", Issue="NHRI")
    taken_in(an_index({"Themes": ["- National Human Rights Institution (NHRI)"]}), name="index.json")
    state_request = a_registered_request(state)
    actions.link_recommendation(state_request, answered, by=a_coordinator(), at=NOON)
    return state, state_request


def test_two_mechanisms_that_say_the_same_stand_together():
    state, state_request = a_state_told_twice()

    (cluster,) = clusters(state, a_coordinator())

    assert (cluster.total.number, cluster.supported.number, cluster.unaddressed.number) == (2, 1, 1)
    assert [count.number for count in cluster.by_kind] == [1, 1, 0, 0]
    assert cluster.first_year < cluster.last_year == 2023
    assert cluster.assistance == (state_request,)


def test_every_count_opens_exactly_what_it_counts(client):
    state, _request = a_state_told_twice()
    client.force_login(a_coordinator())

    (cluster,) = clusters(state, a_coordinator())

    counts = [cluster.total, cluster.supported, cluster.unaddressed, *cluster.by_kind]
    for count in filter(lambda one: one.number, counts):
        assert client.get(count.address).context["page"].total == count.number


def test_whoever_sees_no_assistance_sees_the_counts_alone():
    state, _request = a_state_told_twice()

    (cluster,) = clusters(state, a_trustee())

    assert (cluster.total.number, cluster.unaddressed, cluster.assistance) == (2, None, ())


def test_the_page_shows_it_and_turns_strangers_away(client):
    state, state_request = a_state_told_twice()
    address = reverse("desk:by_subject", args=[state.iso3])
    client.force_login(a_coordinator())
    page = client.get(address).content.decode()
    file = client.get(reverse("desk:state", args=[state.iso3])).content.decode()
    client.force_login(a_stranger())

    assert state_request.reference in page
    assert address in file
    assert client.get(address).status_code == 403
