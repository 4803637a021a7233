"""Two people at once, or one with two clicks: one request, one decision, no gap in the numbers."""

from uuid import uuid4

import pytest

from techcoop.documents.models import Document
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions
from techcoop.requests.models import Handover, StateRequest
from tests.at_once import at_once
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, another_coordinator
from tests.requests.makers import a_received_request, a_request_under_assessment, some_facts

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_form_that_is_sent_twice_at_once_makes_one_request():
    facts, officer, submission = some_facts(), a_coordinator(), uuid4()

    def receive():
        return actions.receive(facts, by=officer, at=NOON, submission=submission)

    first, second = at_once(receive, receive)

    assert first == second == StateRequest.objects.get()
    assert [entry.act for entry in history(first)] == ["receive"]
    assert a_received_request().reference == "TC-2026-0002"


def test_a_desk_that_is_handed_over_twice_at_once_passes_once():
    thing, officer, one, other = (
        a_received_request(),
        a_desk_officer(a_state()),
        a_coordinator(),
        another_coordinator(),
    )
    actions.assign(thing, officer=officer, by=one, at=NOON)
    submission = uuid4()

    def hand_over():
        return actions.hand_over(officer, successor=other, note="", by=one, at=NOON, submission=submission)

    first, second = at_once(hand_over, hand_over)

    assert first == second == Handover.objects.get()
    assert [entry.act for entry in history(thing)] == ["receive", "assign", "assign"]


def test_of_two_decisions_at_once_one_holds_and_the_other_is_refused():
    thing, one, other = a_request_under_assessment(), a_coordinator(), another_coordinator()

    answers = at_once(
        lambda: actions.accept(thing, by=one, at=NOON, why="In line."),
        lambda: actions.decline(thing, by=other, at=NOON, why="No donor.", ground="funds"),
    )

    assert sum(isinstance(answer, MoveNotAllowed) for answer in answers) == 1
    assert len({entry.act for entry in history(thing)} & {"accept", "decline"}) == 1
    assert Document.objects.of(thing).count() == 2  # the acknowledgement, and one decision
