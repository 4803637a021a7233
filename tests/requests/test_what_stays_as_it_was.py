"""Who asks stays from registration on, and what a Government endorsed stays as it said it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from techcoop.journal.queries import last_edit
from techcoop.publishing import queries as published
from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point
from tests.requests.makers import (
    a_received_request,
    a_registered_request,
    an_acknowledged_request,
    an_endorsed_request,
    endorsable_facts,
    some_facts,
)

pytestmark = pytest.mark.django_db


def revised(known, facts):
    return actions.revise(known, facts, by=a_coordinator(), at=NOON, seen=last_edit(known).number)


def written_past_the_pages(known, **different):
    with transaction.atomic():
        StateRequest.objects.filter(pk=known.pk).update(**different)


@pytest.mark.parametrize("one", [a_registered_request, an_acknowledged_request])
def test_a_registered_request_is_never_moved_to_another_state(one):
    known, elsewhere = one(), a_state("Utopia")

    with pytest.raises(ValidationError, match="entered in error"):
        revised(known, some_facts(elsewhere))
    with pytest.raises(ProgrammingError):
        written_past_the_pages(known, state=elsewhere)


def test_before_it_is_registered_the_requester_is_corrected():
    assert revised(a_received_request(), some_facts(a_state("Utopia"))).state == a_state("Utopia")


def test_the_form_shows_the_requester_and_says_how_an_error_is_mended(client):
    known = a_registered_request()
    client.force_login(a_coordinator())

    page = client.get(f"/requests/{known.reference}/revise/")

    assert page.context["form"].fields["requester"].disabled
    assert "record its withdrawal as entered in error" in page.text


@pytest.mark.parametrize(
    "different",
    [
        {"subject": "Something else"},
        {"summary": "Something else"},
        {"institution": "Another one"},
        {"signatory_authority": "Another ministry"},
        {"urgency": "urgent"},
    ],
)
def test_what_was_endorsed_is_not_rewritten_at_the_desk(different):
    known = an_endorsed_request()

    with pytest.raises(ValidationError, match="has endorsed this on line"):
        revised(known, endorsable_facts(known.state, **different))
    with pytest.raises(ProgrammingError):
        written_past_the_pages(known, **different)


def test_the_desk_sorts_an_endorsed_request_and_writes_its_own_note(client):
    known = an_endorsed_request()
    facts = endorsable_facts(known.state, components=("C2", "C4"), desk_note="The law is already drafted.")

    kept = revised(known, facts)

    assert (kept.components, kept.desk_note) == (["C2", "C4"], "The law is already drafted.")
    client.force_login(a_desk_officer(known.state))
    assert "The law is already drafted." in client.get(f"/requests/{known.reference}/").text
    client.force_login(a_focal_point(known.state))
    assert "The law is already drafted." not in client.get(f"/requests/{known.reference}/").text


def test_what_the_registry_entered_in_error_is_taken_out_and_counted_nowhere(client):
    known = a_registered_request()
    a_received_request()
    client.force_login(a_desk_officer(known.state))

    typed = {"why": "It came from another State.", "in_error": "on"}
    client.post(f"/requests/{known.reference}/withdraw/", typed)

    known.refresh_from_db()
    assert (known.status, known.entered_in_error) == ("withdrawn", True)
    assert published.counter().total.received == 1
    assert "entered in error" in client.get(f"/requests/{known.reference}/").text


def test_a_government_never_takes_back_as_an_error_of_the_registry():
    known, endorsed = a_registered_request(), an_endorsed_request()

    with pytest.raises(PermissionDenied):
        actions.withdraw(known, by=a_focal_point(known.state), at=NOON, why="It was ours.", in_error=True)
    with pytest.raises(ValidationError, match="only the Government takes it back"):
        actions.withdraw(endorsed, by=a_coordinator(), at=NOON, why="Entered twice.", in_error=True)
