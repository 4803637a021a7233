"""The band of the demonstration is true: it says when imported records stand beside invented ones."""

from datetime import timedelta

import pytest

from techcoop.people.models import DEMONSTRATION_DOMAIN, User
from tests.intake.makers import an_applied_import
from tests.people.makers import NOON, a_coordinator

pytestmark = pytest.mark.django_db
ALONE, BESIDE = "only the status of treaties is real", "stand beside records that were imported later"


def band(client, opened):
    person = User.objects.create(email=f"a{DEMONSTRATION_DOMAIN}", name="Amara", created_at=opened)
    client.force_login(person)
    return client.get("/desk/").text


def test_what_came_with_the_demonstration_is_all_that_there_is(client):
    an_applied_import()

    shown = band(client, opened=NOON)

    assert ALONE in shown
    assert BESIDE not in shown


def test_what_was_imported_later_stands_beside_it(client):
    an_applied_import()

    shown = band(client, opened=NOON - timedelta(days=1))

    assert BESIDE in shown
    assert ALONE not in shown


def test_other_people_see_no_band(client):
    client.force_login(a_coordinator())

    assert "Demonstration" not in client.get("/desk/").text
