"""What is over is over: nobody is given it, nothing linked; until then its Government takes it back."""

import pytest
from django.db import ProgrammingError, transaction

from techcoop.lifecycle import MoveNotAllowed
from techcoop.publishing import queries as published
from techcoop.requests import actions
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_focal_point
from tests.requests.makers import (
    a_declined_request,
    a_draft,
    a_recommendation_to,
    a_redirected_request,
    a_registered_request,
    a_request_in_formulation,
    a_withdrawn_request,
    an_acknowledged_request,
    endorsable_facts,
)

pytestmark = pytest.mark.django_db
OVER = (a_declined_request, a_redirected_request, a_withdrawn_request)


@pytest.mark.parametrize("over", OVER)
def test_nobody_is_given_it(over):
    known, officer = over(), a_desk_officer(a_state())

    with pytest.raises(MoveNotAllowed):
        actions.assign(known, officer=officer, by=a_coordinator(), at=NOON)
    with pytest.raises(ProgrammingError), transaction.atomic():
        StateRequest.objects.filter(pk=known.pk).update(desk_officer=officer)


@pytest.mark.parametrize("over", OVER)
def test_no_recommendation_is_linked_to_it(client, over):
    known, said = over(), a_recommendation_to(a_state())
    client.force_login(a_coordinator())

    with pytest.raises(MoveNotAllowed):
        actions.link_recommendation(known, said, by=a_coordinator(), at=NOON)
    assert client.get(f"/requests/{known.reference}/recommendations/").status_code == 409
    assert "Search and link recommendations" not in client.get(f"/requests/{known.reference}/").text


def test_a_government_takes_it_back_also_after_formulation_has_begun():
    known = a_request_in_formulation()

    taken = actions.withdraw(known, by=a_focal_point(known.state), at=NOON, why="The law has passed.")

    assert taken.status == "withdrawn"


def test_nothing_is_screened_before_its_receipt_is_acknowledged():
    with pytest.raises(MoveNotAllowed):
        actions.screen(a_registered_request(), by=a_coordinator(), at=NOON)


def test_the_public_counter_says_how_many_its_median_leaves_out(client):
    an_acknowledged_request()
    a_redirected_request()

    assert published.counter().total.never_acknowledged == 1
    assert (
        "1 request was answered without an acknowledgement of its own"
        in client.get("/public/en/requests/").text
    )


@pytest.mark.parametrize("channel", ["upr_session", "treaty_body_review", "on_line"])
def test_what_is_asked_on_line_says_what_it_arises_from(channel):
    draft = a_draft()
    facts = endorsable_facts(draft.state, channel=channel)

    made = actions.endorse(draft, facts, by=draft.author, at=NOON, seen=draft.version)

    assert (made.way, made.channel) == ("on_line", channel)
