"""Everybody who signs in reads the goals and targets."""

import pytest
from django.urls import reverse

from tests.intake.makers import an_applied_import
from tests.people.makers import a_stranger
from tests.programme.makers import GOALS, TARGETS

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    an_applied_import(GOALS, kind="targets", name="goals.xml")
    an_applied_import(TARGETS, kind="targets", name="targets.xml")
    client.force_login(a_stranger(), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["3", "16", "16.3", "16.10", "16.a"]),
        ({"goal": "16", "level": "target"}, ["16.3", "16.10", "16.a"]),
        ({"level": "goal"}, ["3", "16"]),
        ({"q": "État de droit"}, ["16.3"]),
        ({"q": "16.A"}, ["16.a"]),
    ],
)
def test_goals_are_found(reader, asked, found):
    page = reader.get(reverse("programme:goals"), asked).context["page"]

    assert [row[0].text for row in page.rows] == found


def test_the_list_asks_few_questions(reader, at_most_questions):
    with at_most_questions(10):
        assert "Peace &amp; justice" in reader.get(reverse("programme:goals")).content.decode()


def test_nobody_reads_it_without_signing_in(client):
    assert client.get(reverse("programme:goals")).status_code == 302
