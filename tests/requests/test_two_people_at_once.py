"""Two people at once, or one with two clicks: one request, one decision, no gap in the numbers."""

import re
from functools import partial
from time import sleep
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from techcoop.documents.models import Document
from techcoop.journal.actions import ChangedMeanwhile
from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions
from techcoop.requests.models import Handover, RequestDraft, StateRequest
from tests.at_once import at_once
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    another_coordinator,
    another_focal_point,
)
from tests.requests.makers import a_draft, a_received_request, a_request_under_assessment, some_facts

HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)"(?: value="([^"]*)")?')
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def opened(client, person, key):
    """A draft as somebody has it open: the client, its address, and what the page sends back."""
    client.force_login(person)
    address = reverse("requests:draft", args=[key])
    page = client.get(address)
    form = page.context["form"]
    plain = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    return client, address, {**plain, **dict(HIDDEN.findall(page.text))}


def send(client, address, page, typed):
    """The page saves by itself what was typed."""
    return client.post(address, page | typed, headers={"Autosave": "yes"})


def wait_until_blocked(number):
    """Until so many others wait for what we have locked; ten seconds are more than enough."""
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees what it saw first
            cursor.execute(WAITING)
            if cursor.fetchone()[0] >= number:
                return
        sleep(0.05)
    pytest.fail("nobody waits")


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


def test_of_two_who_save_one_draft_from_the_same_version_one_is_refused():
    draft = a_draft()
    people = (draft.author, another_focal_point(draft.state))

    def save(person):
        words = actions.Typed(
            origin="on_line", requester=draft.state, fields={**draft.typed, "subject": person.name}
        )
        try:
            return actions.save_draft(draft.key, words, by=person, at=NOON, seen=draft.version)
        except ChangedMeanwhile as refused:
            return refused

    answers = at_once(*(partial(save, person) for person in people))

    (kept,) = (one for one in answers if not isinstance(one, ChangedMeanwhile))
    draft.refresh_from_db()
    assert (draft.version, draft.typed["subject"]) == (2, kept.saved_by.name)


def test_what_two_type_at_the_same_moment_into_one_draft_is_kept_of_both():
    draft = a_draft(summary="At first.")
    people = (draft.author, another_focal_point(draft.state))
    pages = [opened(Client(), person, draft.key) for person in people]

    def holding():
        """Both have read the draft before either may write."""
        with transaction.atomic():
            RequestDraft.objects.select_for_update().get(pk=draft.pk)
            wait_until_blocked(2)

    typed = ({"subject": "Judges"}, {"summary": "A school for judges."})
    told = at_once(holding, *(partial(send, *page, said) for page, said in zip(pages, typed, strict=True)))

    assert [answer.status_code for answer in told[1:]] == [200, 200]
    draft.refresh_from_db()
    assert (draft.typed["subject"], draft.typed["summary"]) == ("Judges", "A school for judges.")


def test_of_two_decisions_at_once_one_holds_and_the_other_is_refused():
    thing, one, other = a_request_under_assessment(), a_coordinator(), another_coordinator()

    answers = at_once(
        lambda: actions.accept(thing, by=one, at=NOON, why="In line."),
        lambda: actions.decline(thing, by=other, at=NOON, why="No donor.", ground="funds"),
    )

    assert sum(isinstance(answer, MoveNotAllowed) for answer in answers) == 1
    assert len({entry.act for entry in history(thing)} & {"accept", "decline"}) == 1
    assert Document.objects.of(thing).count() == 2  # the acknowledgement, and one decision
