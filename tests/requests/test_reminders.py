"""Reminders go to the officer until the day and to the coordinator after it: each once, whatever happens."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail import BadHeaderError

from techcoop.journal.queries import history
from techcoop.people.models import User
from techcoop.people.queries import the_machine
from techcoop.requests import actions, queries, tasks
from techcoop.requests.models import Reminder
from tests.atlas.makers import a_state
from tests.people.makers import a_coordinator, a_desk_officer, a_stranger
from tests.requests.makers import a_registered_request, a_withdrawn_request, days_later

pytestmark = pytest.mark.django_db
SITE = "https://techcoop.example"
# A registered request is meant to be acknowledged within seven days.


def given_to(officer, **different):
    thing = a_registered_request(**different)
    return actions.assign(thing, officer=officer, by=a_coordinator(), at=days_later(0))


def morning(days):
    """What the worker does on a morning."""
    at = days_later(days)
    actions.make_reminders(by=the_machine(), at=at)
    for person in User.objects.filter(pk__in=queries.people_to_remind()):
        actions.remind(person, by=the_machine(), at=at, site=SITE)


def told():
    return [(one.to[0], one.subject) for one in mail.outbox]


def test_the_officer_is_reminded_before_and_on_the_day_and_each_time_once():
    officer = a_desk_officer(a_state())
    given_to(officer)

    for day, mails in ((3, 0), (4, 1), (4, 1), (5, 1), (7, 2), (7, 2)):
        morning(day)
        assert len(mail.outbox) == mails
    assert {address for address, _subject in told()} == {officer.email}


def test_what_is_late_goes_to_the_coordinator():
    given_to(a_desk_officer(a_state()))

    morning(9)

    assert told() == [(a_coordinator().email, "1 request waits for its next step")]


def test_what_nobody_has_goes_to_the_coordinator_from_the_beginning():
    thing = a_registered_request()
    actions.assign(thing, officer=a_desk_officer(a_state()), by=a_coordinator(), at=days_later(0))
    User.objects.filter(pk=a_desk_officer(a_state()).pk).update(is_active=False)

    morning(4)

    assert told()[0][0] == a_coordinator().email


def test_one_mail_holds_all_that_waits_and_nothing_of_what_it_says():
    officer = a_desk_officer(a_state())
    things = [given_to(officer, subject="A secret subject") for _ in range(2)]

    morning(4)

    letter = mail.outbox[0]
    assert len(mail.outbox) == 1
    for thing in things:
        assert f"{SITE}/requests/{thing.reference}/" in letter.body
    assert "secret" not in letter.body
    assert "Arcadia" not in letter.body
    assert history(officer).last().details == {"requests": [one.reference for one in things]}


def test_a_mail_speaks_the_language_of_its_reader():
    officer = a_desk_officer(a_state())
    User.objects.filter(pk=officer.pk).update(language="fr")
    given_to(officer)

    morning(4)

    assert mail.outbox[0].subject == "1 demande attend l’étape suivante"


def test_what_moved_on_or_was_withdrawn_needs_no_reminder():
    a_withdrawn_request()
    thing = given_to(a_desk_officer(a_state()))
    actions.make_reminders(by=the_machine(), at=days_later(4))
    actions.acknowledge(thing, by=a_coordinator(), at=days_later(4))

    actions.remind(a_desk_officer(a_state()), by=the_machine(), at=days_later(4), site=SITE)

    assert mail.outbox == []
    assert not Reminder.objects.filter(sent_at=None).exists()


def test_killed_half_way_the_next_run_writes_to_those_who_were_not_reached(monkeypatch):
    officers = [a_desk_officer(a_state()), a_desk_officer(a_state("Utopia"))]
    for officer, name in zip(officers, ("Arcadia", "Utopia"), strict=True):
        thing = a_registered_request(a_state(name))
        actions.assign(thing, officer=officer, by=a_coordinator(), at=days_later(0))
    with monkeypatch.context() as patch:
        patch.setattr("techcoop.requests.notices.reminder_mail", a_mail_that_fails_for(officers[1]))
        with pytest.raises(ConnectionError):
            morning(4)

    morning(4)

    assert sorted(address for address, _subject in told()) == sorted(one.email for one in officers)


def test_one_reminder_over_which_the_system_stumbles_keeps_no_other_from_theirs(monkeypatch):
    officers = [a_desk_officer(a_state()), a_desk_officer(a_state("Utopia"))]
    for officer, name in zip(officers, ("Arcadia", "Utopia"), strict=True):
        actions.assign(
            a_registered_request(a_state(name)), officer=officer, by=a_coordinator(), at=days_later(0)
        )
    actions.make_reminders(by=the_machine(), at=days_later(4))
    broken = a_mail_that_fails_for(officers[0], BadHeaderError)
    monkeypatch.setattr("techcoop.requests.notices.reminder_mail", broken)

    tasks.send_reminders()

    assert [address for address, _subject in told()] == [officers[1].email]


def a_mail_that_fails_for(person, fault=ConnectionError):
    """The mail server goes away when it is this person's turn."""
    from techcoop.requests.notices.reminders import reminder_mail  # noqa: PLC0415 - before it is replaced

    def write(recipient, *given, **more):
        if recipient == person:
            raise fault
        return reminder_mail(recipient, *given, **more)

    return write


def test_the_days_are_parameters():
    assert queries.days_of_reminders(days_later(0).date()) == [-3, 0, 1, 8, 30]


@pytest.mark.parametrize("someone", [a_stranger, a_coordinator])
def test_nobody_but_the_system_itself_reminds(someone):
    with pytest.raises(PermissionDenied):
        actions.make_reminders(by=someone(), at=days_later(4))
    with pytest.raises(PermissionDenied):
        actions.remind(a_coordinator(), by=someone(), at=days_later(4), site=SITE)


@pytest.mark.parametrize("number", [1, 6])
def test_what_is_due_is_found_in_few_questions_however_many(number, django_assert_max_num_queries):
    for _ in range(number):
        given_to(a_desk_officer(a_state()))

    with django_assert_max_num_queries(10):
        assert len(queries.reminders_due(days_later(4).date())) == number


def test_a_reminder_is_of_the_day_it_was_made_for():
    given_to(a_desk_officer(a_state()))
    morning(4)

    kept = Reminder.objects.get()

    assert (kept.due_on, kept.day) == (days_later(7).date(), -3)
    assert kept.due_on - timedelta(days=3) == days_later(4).date()
