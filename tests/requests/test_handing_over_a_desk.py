"""A desk passes from one officer to another in one act, with a sheet that stays as it was."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.urls import reverse

from techcoop.journal.queries import history
from techcoop.requests import actions, queries
from techcoop.requests.models import Handover, StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_focal_point,
    a_person,
    a_stranger,
    an_auditor,
    another_coordinator,
)
from tests.press.makers import text_of
from tests.requests.makers import a_registered_request, a_request_under_assessment

pytestmark = pytest.mark.django_db


def a_desk():
    """Two open requests of an officer, and one that is over."""
    officer, things = a_desk_officer(a_state()), (a_registered_request(), a_request_under_assessment())
    over = a_request_under_assessment()
    for thing in (*things, over):
        actions.assign(thing, officer=officer, by=a_coordinator(), at=NOON)
    actions.decline(over, by=a_coordinator(), at=NOON, why="Others do it.", ground="duplication")
    return officer, things


def hand_over(officer, *, successor=None, by=None, submission=None):
    return actions.hand_over(
        officer,
        successor=successor or another_coordinator(),
        note="The ministry waits for a call.",
        by=by or a_coordinator(),
        at=NOON,
        submission=submission or uuid4(),
    )


def test_everything_open_passes_and_stands_on_record_for_each_and_as_a_whole():
    officer, things = a_desk()

    done = hand_over(officer)

    having = StateRequest.objects.filter(desk_officer=another_coordinator())
    assert set(having) == set(things)
    assert all(history(thing).last().act == "assign" for thing in things)
    assert [entry.act for entry in history(done)] == ["hand_over"]
    assert [one.reference for one in queries.items_of(done)] == [one.reference for one in things]
    assert StateRequest.objects.filter(desk_officer=officer, status="declined").count() == 1


def test_the_same_click_twice_is_one_handover():
    officer, _things = a_desk()
    submission = uuid4()

    assert hand_over(officer, submission=submission) == hand_over(officer, submission=submission)
    assert Handover.objects.count() == 1


def test_nothing_passes_when_one_request_cannot():
    officer, things = a_desk()

    with pytest.raises(ValidationError, match=things[0].reference):
        hand_over(officer, successor=a_desk_officer(a_state("Utopia")))

    assert StateRequest.objects.filter(desk_officer=officer).count() == 3


@pytest.mark.parametrize("someone", [a_stranger, an_auditor, lambda: a_desk_officer(a_state("Utopia"))])
def test_nobody_without_role_and_scope_hands_a_desk_over(someone):
    officer, _things = a_desk()

    with pytest.raises(PermissionDenied):
        hand_over(officer, by=someone())


def test_whoever_covers_a_part_of_a_desk_only_sees_that_part_and_hands_nothing_over(client):
    officer, (here, *_rest) = a_desk()
    beyond = a_registered_request(a_state("Utopia"))
    actions.assign(beyond, officer=a_coordinator(), by=a_coordinator(), at=NOON)
    StateRequest.objects.filter(pk=beyond.pk).update(desk_officer=officer)
    client.force_login(a_person("Other Officer", role="desk_officer", covering=(a_state(),)))

    page = client.get(reverse("requests:hand_over", args=(officer.pk,))).text

    assert here.reference in page
    assert beyond.reference not in page
    assert "somebody whose role covers all of it" in page


def test_a_full_desk_asks_no_more_questions_than_an_empty_one(client, at_most_questions):
    officer, _things = a_desk()
    for _more in range(4):
        actions.assign(a_registered_request(), officer=officer, by=a_coordinator(), at=NOON)
    client.force_login(a_coordinator())

    with at_most_questions(12):
        page = client.get(reverse("requests:hand_over", args=(officer.pk,)))

    assert len(page.context["items"]) == 6


def test_a_handover_is_never_changed():
    officer, _things = a_desk()
    hand_over(officer)

    with pytest.raises(ProgrammingError), transaction.atomic():
        Handover.objects.update(note="Other")


def test_it_is_done_on_a_page_and_the_sheet_is_printed(client):
    officer, things = a_desk()
    client.force_login(a_coordinator())
    address = reverse("requests:hand_over", args=(officer.pk,))
    assert things[0].reference in client.get(address).text
    assert str(officer) in client.get(reverse("requests:desks")).text

    typed = {"submission": uuid4(), "successor": another_coordinator().pk, "note": "Call the ministry."}
    answer = client.post(address, typed, follow=True)

    assert "The desk is handed over." in answer.text
    assert client.post(address, typed, follow=True).status_code == 200
    assert Handover.objects.count() == 1
    printed = text_of(
        client.get(reverse("requests:handover_paper", args=(Handover.objects.get().pk,))).content
    )
    for said in (things[0].reference, "Call the ministry.", "Registered", "Conrad Coordinator"):
        assert said in printed


@pytest.mark.parametrize(
    ("someone", "desks", "sheet"),
    [
        (an_auditor, 403, 200),
        (another_coordinator, 200, 200),
        (lambda: a_desk_officer(a_state("Utopia")), 200, 404),
        (lambda: a_focal_point(a_state()), 403, 404),
        (a_stranger, 403, 404),
    ],
)
def test_who_sees_desks_and_sheets(client, someone, desks, sheet):
    officer, _things = a_desk()
    done = hand_over(officer)
    client.force_login(someone())

    assert client.get(reverse("requests:desks")).status_code == desks
    assert client.get(reverse("requests:handover", args=(done.pk,))).status_code == sheet
