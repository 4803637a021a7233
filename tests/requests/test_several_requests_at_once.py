"""Several requests are given to one officer, or brought to mind, in one act: all that were ticked or none."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError

from techcoop.journal.queries import history
from techcoop.lifecycle import MoveNotAllowed
from techcoop.requests import actions, tasks
from techcoop.requests.models import Reminder, StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_stranger
from tests.requests.makers import a_registered_request, a_withdrawn_request, days_later

pytestmark = pytest.mark.django_db
LIST = "/requests/"
GIVE = "/requests/together/officer/"
REMIND = "/requests/together/reminder/"


def three_requests():
    return [a_registered_request() for _number in range(3)]


def officers_of(things):
    return {StateRequest.objects.get(pk=one.pk).desk_officer for one in things}


def test_what_is_ticked_narrows_the_list_and_every_file_of_it(client):
    first, second, third = three_requests()
    client.force_login(a_coordinator())

    page = client.get(LIST, {"picked": [first.reference, third.reference]}).content.decode()
    file = b"".join(client.get(LIST, {"picked": [second.reference], "export": "csv"}))

    assert [one.reference in page for one in (first, second, third)] == [True, False, True]
    assert [one.reference.encode() in file for one in (first, second, third)] == [False, True, False]


def test_the_ticked_are_given_to_one_officer_and_each_says_so_in_its_history(client):
    things, officer = three_requests(), a_desk_officer(a_state())
    client.force_login(a_coordinator())
    chosen = [one.reference for one in things[:2]]

    assert things[2].reference not in client.get(GIVE, {"picked": chosen}).content.decode()
    answer = client.post(GIVE, {"picked": chosen, "officer": officer.pk}, follow=True)

    assert "2 requests are given." in answer.content.decode()
    assert officers_of(things[:2]) == {officer}
    assert officers_of(things[2:]) != {officer}
    assert [one.act for one in history(things[0])][-1] == "assign"


def test_a_closed_one_is_left_out_and_it_is_said_why(client):
    waiting, closed = a_registered_request(), a_withdrawn_request()
    client.force_login(a_coordinator())

    page = client.get(GIVE, {"picked": [waiting.reference, closed.reference]})

    assert [one for one, _why in page.context["meant"].unable] == [closed]
    assert "It is closed: nothing of it waits for an officer." in page.text
    with pytest.raises(MoveNotAllowed):
        actions.assign_together([closed], officer=a_desk_officer(a_state()), by=a_coordinator(), at=NOON)


def test_an_officer_who_does_not_screen_one_of_them_gets_none(client):
    mine, other = a_registered_request(), a_registered_request(a_state("Borduria"))
    officer = a_desk_officer(a_state())
    client.force_login(a_coordinator())

    answer = client.post(GIVE, {"picked": [mine.reference, other.reference], "officer": officer.pk})

    assert f"does not screen requests of these States: {other.reference}" in answer.content.decode()
    assert officer not in officers_of([mine, other])
    with pytest.raises(ValidationError):
        actions.assign_together([mine, other], officer=officer, by=a_coordinator(), at=days_later(1))


def test_what_lies_beyond_the_role_is_shown_with_the_reason_and_cannot_be_sent(client):
    mine = a_registered_request()
    client.force_login(a_desk_officer(a_state("Borduria")))

    assert "None of these can be given" in client.get(GIVE, {"picked": [mine.reference]}).content.decode()
    refused = client.post(GIVE, {"picked": [mine.reference], "officer": a_coordinator().pk})

    assert refused.status_code == 200
    assert officers_of([mine]) == {None}


def test_whoever_keeps_no_registry_gives_nothing_and_reminds_nobody():
    things, officer = three_requests(), a_desk_officer(a_state())
    for person in (a_stranger(), a_desk_officer(a_state("Borduria"))):
        with pytest.raises(PermissionDenied):
            actions.assign_together(things, officer=officer, by=person, at=days_later(1))
        with pytest.raises(PermissionDenied):
            actions.bring_to_mind(things, by=person, at=days_later(1))


def test_officers_are_reminded_once_a_day_by_name_of_who_asked(client):
    things, officer = three_requests(), a_desk_officer(a_state())
    actions.assign_together(things, officer=officer, by=a_coordinator(), at=days_later(0))
    for _twice in range(2):
        actions.bring_to_mind(things, by=a_coordinator(), at=days_later(1))
        tasks.send_reminders()

    assert [one.to for one in mail.outbox] == [[officer.email]]
    assert all(one.reference in mail.outbox[0].body for one in things)
    assert f"{a_coordinator()} asks you to look at it." in mail.outbox[0].body


def test_only_what_was_brought_to_mind_says_so_in_its_history():
    first, second = three_requests()[:2]
    actions.bring_to_mind([first], by=a_coordinator(), at=days_later(1))

    made = actions.bring_to_mind([first, second], by=a_coordinator(), at=days_later(1) + timedelta(hours=1))

    acts = [[one.act for one in history(thing)].count("bring_to_mind") for thing in (first, second)]
    assert (made, acts) == (1, [1, 1])


def test_what_nobody_has_is_brought_to_the_mind_of_the_coordination(client):
    thing = a_registered_request()
    assert actions.bring_to_mind([thing], by=a_coordinator(), at=days_later(1)) == 1
    assert Reminder.objects.get().recipient == a_coordinator()


def test_a_request_that_is_over_says_why_nobody_is_reminded(client):
    over = a_withdrawn_request()
    client.force_login(a_coordinator())

    page = client.get(REMIND, {"picked": [over.reference]}).content.decode()

    assert over.reference in page
    assert "No day is meant for its next step." in page
    assert "Nobody can be reminded of these" in page


def test_without_a_tick_all_that_the_list_shows_is_meant_and_nothing_ticked_is_said(client):
    things = three_requests()
    client.force_login(a_coordinator())

    page = client.get(GIVE, {"status": "registered"}).content.decode()
    answer = client.post(f"{GIVE}?status=registered", {"officer": a_desk_officer(a_state()).pk})

    assert all(one.reference in page for one in things)
    assert "Tick at least one request." in answer.content.decode()
    assert officers_of(things) == {None}
