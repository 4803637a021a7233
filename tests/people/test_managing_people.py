"""The administrator opens accounts and gives roles to others, each for somewhere and for a time."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from techcoop.journal.queries import history
from techcoop.people import actions
from techcoop.people.models import Assignment, User
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_desk_officer,
    a_person,
    a_stranger,
    an_administrator,
    an_auditor,
)

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SUBMISSION = {"submission": "0b8f6a3e-6a83-4a5b-8d1f-3f2c8a4d9f10"}


@pytest.fixture
def administrator(client):
    client.force_login(an_administrator(), backend=BACKEND)
    return client


def page_of(person, name="person", *more):
    return reverse(f"people:{name}", args=[person.pk, *more])


def test_an_account_is_opened_without_a_role_and_recorded(administrator):
    given = {"email": "new@example.org", "name": "Nora New", "language": "fr", **SUBMISSION}

    response = administrator.post(reverse("people:open_account"), given)

    person = User.objects.get(email="new@example.org")
    assert response.url == page_of(person)
    assert not person.has_usable_password()
    assert not person.held_roles
    assert [entry.act for entry in history(person)] == ["open account"]
    again = administrator.post(reverse("people:open_account"), {**given, "email": "NEW@example.org"})
    assert "There is an account for this address already." in again.content.decode()


def test_a_role_is_given_for_a_state_and_only_once(administrator):
    person, state = a_stranger(), a_state()
    given = {"role": "desk_officer", "states": [state.pk], "starts_on": "2026-01-01", **SUBMISSION}

    administrator.post(page_of(person, "give_role"), given)
    administrator.post(page_of(person, "give_role"), given)

    held = person.assignments.get()
    assert (held.everywhere, held.starts_on, held.ends_on) == (False, date(2026, 1, 1), None)
    assert list(held.states.all()) == [state]
    page = administrator.get(page_of(person)).content.decode()
    assert "Geographic desk officer" in page
    assert state.name in page


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Say for which States, regions or organisations"),
        ({"everywhere": "on", "regions": [1]}, "not both"),
        ({"everywhere": "on", "ends_on": "2025-12-31"}, "A role ends after it begins."),
        ({"everywhere": "on", "role": "machine"}, "machine is not one of the available choices"),
    ],
)
def test_a_role_without_sense_is_refused_beside_its_field(administrator, given, sentence):
    person = a_stranger()

    typed = {"role": "auditor", "starts_on": "2026-01-01", **SUBMISSION, **given}
    if "regions" in given:
        typed["regions"] = [a_state().regions.first().pk]
    page = administrator.post(page_of(person, "give_role"), typed).content.decode()

    assert sentence in page
    assert not person.assignments.exists()


def test_a_role_ends_with_a_reason_and_not_before_it_began(administrator):
    officer = a_desk_officer(a_state())
    held = officer.assignments.get()
    end = page_of(officer, "end_role", held.pk)

    page = administrator.post(end, {"on": "2019-12-31", "why": "x"}).content.decode()
    assert "A role ends after it begins." in page
    assert 'class="field wrong' in administrator.post(end, {"on": "2026-01-31"}).content.decode()
    administrator.post(end, {"on": "2026-01-31", "why": "Moved to another office"})

    assert Assignment.objects.get(pk=held.pk).ends_on == date(2026, 1, 31)
    assert history(officer).last().why == "Moved to another office"


def test_a_closed_account_signs_in_no_more_until_it_is_opened_again(administrator):
    person = a_stranger()

    administrator.post(page_of(person, "close"), {"why": "Left"})
    assert not User.objects.get(pk=person.pk).is_active
    assert "Open again" in administrator.get(page_of(person)).content.decode()
    administrator.post(page_of(person, "reopen"), {"why": "Came back"})

    assert User.objects.get(pk=person.pk).is_active
    assert [entry.act for entry in history(person)] == ["close account", "reopen account"]


def test_the_letter_to_set_a_password_goes_to_the_person_alone(administrator):
    person = a_stranger()

    response = administrator.post(page_of(person, "send_letter"), follow=True)

    (letter,) = mail.outbox
    assert letter.to == [person.email]
    assert "/accounts/password/reset/key/" in letter.body
    assert "/accounts/password/reset/key/" not in response.content.decode()


@pytest.mark.parametrize("name", ["give_role", "close"])
def test_nobody_changes_the_own_account(administrator, name):
    own = an_administrator()
    given = {"role": "coordinator", "everywhere": "on", "starts_on": "2026-01-01", "why": "x", **SUBMISSION}

    assert administrator.post(page_of(own, name), given).status_code == 403
    assert own.assignments.count() == 1


def test_nobody_is_made_the_system_itself():
    term = actions.Term("machine", starts_on=date(2026, 1, 1), everywhere=True)
    person, administrator = a_stranger(), an_administrator()

    with pytest.raises(PermissionDenied):
        actions.give_role(person, term, by=administrator, at=NOON)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"role": "desk_officer"}, {"Dora Desk XARC"}),
        ({"q": "stranger"}, {"Sam Stranger"}),
        ({"state": "FRA", "role": "auditor"}, {"Aldo Auditor"}),
        ({"account": "closed"}, set()),
    ],
)
def test_people_are_found_by_role_and_reach(administrator, asked, names):
    a_desk_officer(a_state()), a_stranger(), an_auditor()

    page = administrator.get(reverse("people:people"), asked).context["page"]

    assert {row[0].text for row in page.rows} == names


def test_the_pages_ask_few_questions(administrator, at_most_questions):
    officer = a_desk_officer(a_state())

    with at_most_questions(10):
        assert administrator.get(reverse("people:people")).status_code == 200
    with at_most_questions(15):
        assert administrator.get(page_of(officer)).status_code == 200


@pytest.mark.parametrize(
    "someone",
    [
        a_stranger,
        a_coordinator,
        an_auditor,
        lambda: a_person("Abe", role="administrator", covering=(a_state(),)),
    ],
)
def test_nobody_else_sees_or_changes_accounts(client, someone):
    officer = a_desk_officer(a_state())
    client.force_login(someone(), backend=BACKEND)

    assert client.get(reverse("people:people")).status_code == 403
    assert client.get(reverse("people:open_account")).status_code == 403
    assert client.get(page_of(officer)).status_code == 404
    for name in ("give_role", "close", "reopen", "send_letter"):
        assert client.post(page_of(officer, name), {"why": "x"}).status_code == 404
    assert client.post(page_of(officer, "end_role", officer.assignments.get().pk)).status_code == 404
