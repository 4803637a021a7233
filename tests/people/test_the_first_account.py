"""Where nobody opens accounts yet, the first administrator is let in from the command line: once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from techcoop.people import actions
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.queries import the_machine
from tests.people.makers import NOON, a_coordinator, an_administrator

pytestmark = pytest.mark.django_db


def open_it(email="ada@example.org", *, by=None):
    return actions.open_first_account(
        email, name="Ada First", password="a long and rare one", by=by or the_machine(), at=NOON
    )


def test_the_first_administrator_signs_in_and_manages_people(client, monkeypatch):
    monkeypatch.setenv("TECHCOOP_FIRST_PASSWORD", "a long and rare one")
    call_command("open_first_account", "ada@example.org", "Ada First")

    person = User.objects.get(email="ada@example.org")
    assert person.can_everywhere(Permission.MANAGE_PEOPLE)
    typed = {"login": person.email, "password": "a long and rare one"}
    assert client.post("/accounts/login/", typed).status_code == 302


def test_there_is_no_second_one(monkeypatch):
    open_it()
    monkeypatch.setenv("TECHCOOP_FIRST_PASSWORD", "another long and rare one")
    with pytest.raises(CommandError, match="Somebody opens accounts here already"):
        call_command("open_first_account", "eve@example.org", "Eve")
    assert not User.objects.filter(email="eve@example.org").exists()


def test_a_weak_password_or_a_strange_address_is_refused_in_words(monkeypatch):
    for password, email in (("12345", "ada@example.org"), ("a long and rare one", "no address")):
        monkeypatch.setenv("TECHCOOP_FIRST_PASSWORD", password)
        with pytest.raises(CommandError):
            call_command("open_first_account", email, "Ada First")
    assert not User.objects.filter(name="Ada First").exists()


def test_nobody_but_the_system_opens_it():
    for somebody in (a_coordinator, an_administrator):
        with pytest.raises(PermissionDenied):
            open_it(by=somebody())
