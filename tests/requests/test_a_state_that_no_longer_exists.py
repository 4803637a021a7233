"""A State that no longer exists asks for nothing any more; what it asked for before stays in its file."""

import pytest
from django.core.exceptions import ValidationError

from techcoop.requests import actions
from techcoop.requests.models import RequestDraft, StateRequest
from tests.atlas.makers import a_former_state, a_state
from tests.people.makers import NOON, a_coordinator, a_focal_point
from tests.requests.makers import (
    a_draft,
    a_received_request,
    a_registered_request,
    endorsable_facts,
    some_facts,
)
from tests.requests.test_entering_a_note_verbale import COMPLETE, the_form

pytestmark = pytest.mark.django_db
FOLLOWED = "Borduria existed until 2006. Choose the State that asks now: Arcadia, Utopia."


def test_the_form_says_beside_its_field_which_states_followed_and_keeps_what_was_typed(client):
    former = a_former_state("Borduria", a_state("Utopia"), a_state())
    typed = the_form(client, a_coordinator(), **COMPLETE, requester=f"state-{former.pk}", summary="Kept")

    answer = client.post("/requests/new/", typed)

    assert answer.context["form"].errors["requester"] == [FOLLOWED]
    assert "Kept" in answer.text
    assert not StateRequest.objects.exists()


def test_without_a_state_that_followed_it_is_said_that_it_asks_no_more():
    with pytest.raises(ValidationError, match="Borduria existed until 2006 and asks no more."):
        a_received_request(a_former_state())


def test_a_request_is_not_moved_to_it():
    received = a_received_request()

    with pytest.raises(ValidationError, match="existed until 2006"):
        actions.revise(received, some_facts(a_former_state()), by=a_coordinator(), at=NOON, seen=0)


def test_a_draft_of_a_state_that_has_ceased_is_not_endorsed_and_stays():
    draft = a_draft(a_state("Borduria"))
    former = a_former_state()

    with pytest.raises(ValidationError, match="existed until 2006"):
        actions.endorse(draft, endorsable_facts(former), by=draft.author, at=NOON, seen=draft.version)

    assert RequestDraft.objects.get().closed_at is None
    assert not StateRequest.objects.exists()


def test_a_request_from_before_is_read_and_answered(client):
    known = a_registered_request(a_state("Borduria"))
    a_former_state()
    client.force_login(a_focal_point(a_state("Borduria")))

    assert client.get(f"/requests/{known.reference}/").status_code == 200
    assert actions.acknowledge(known, by=a_coordinator(), at=NOON).status == "acknowledged"
