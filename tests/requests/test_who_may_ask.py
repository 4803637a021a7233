"""Member States, observer States and regional organisations ask; for others it is said why not."""

import pytest
from django.core.exceptions import ValidationError

from techcoop.atlas.models import Standing, State
from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from techcoop.requests.queries import requesters_for
from tests.atlas.makers import a_former_state, a_regional_organization, a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer
from tests.requests.makers import a_received_request, some_facts
from tests.requests.test_entering_a_note_verbale import COMPLETE, the_form

pytestmark = pytest.mark.django_db


def standing_as(standing, name="Faraway Rock"):
    state = a_state(name)
    State.objects.filter(pk=state.pk).update(standing=standing)
    return State.objects.get(pk=state.pk)


def test_members_observers_and_organisations_are_offered_and_no_others():
    member, observer = a_state(), standing_as(Standing.OBSERVER, "Holy Hill")
    others = [standing_as(Standing.TERRITORY), standing_as(Standing.OTHER, "Cold Isle"), a_former_state()]
    organization = a_regional_organization("UMS", member)

    for person in (a_coordinator(), a_desk_officer(member, observer, *others)):
        states, organizations = requesters_for(person)

        assert {member, observer} <= set(states)
        assert not set(others) & set(states)
        assert set(organizations) >= {organization}


def test_the_holy_see_and_palestine_are_offered_and_territories_of_the_list_are_not():
    offered = set(requesters_for(a_coordinator())[0].values_list("iso3", flat=True))

    assert {"VAT", "PSE"} <= offered
    assert not {"GIB", "ATA", "COK", "SUN"} & offered
    assert len(offered) == 195


@pytest.mark.parametrize("standing", [Standing.TERRITORY, Standing.OTHER])
def test_the_form_says_beside_its_field_why_another_does_not_ask(client, standing):
    other = standing_as(standing)
    typed = the_form(client, a_coordinator(), **COMPLETE, requester=f"state-{other.pk}")

    answer = client.post("/requests/new/", typed)

    [told] = answer.context["form"].errors["requester"]
    assert told.startswith(f"Faraway Rock stands in the list as “{standing.label}”.")
    assert not StateRequest.objects.exists()


def test_no_request_is_entered_for_it_or_moved_to_it():
    other, received = standing_as(Standing.TERRITORY), a_received_request()

    with pytest.raises(ValidationError, match="stands in the list"):
        a_received_request(other)
    with pytest.raises(ValidationError, match="stands in the list"):
        actions.revise(received, some_facts(other), by=a_coordinator(), at=NOON, seen=0)
