"""The page of the own account, and the page of all roles."""

import pytest

from techcoop.journal.models import Entry
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES
from tests.atlas.makers import a_state
from tests.people.makers import a_desk_officer, a_stranger

pytestmark = pytest.mark.django_db


def test_the_account_shows_the_roles_and_their_reach(client):
    client.force_login(a_desk_officer(a_state()))

    page = client.get("/people/account/").content.decode()

    assert "Geographic desk officer" in page
    assert "1 January 2020" in page


def test_somebody_without_a_role_is_told_so(client):
    client.force_login(a_stranger())

    assert "You hold no role today" in client.get("/people/account/").content.decode()


def test_the_language_of_the_account_is_chosen_and_recorded(client):
    person = a_stranger()
    client.force_login(person)
    client.cookies["django_language"] = "en"

    client.post("/people/account/", {"language": "fr"})

    assert User.objects.get(pk=person.pk).language == "fr"
    assert Entry.objects.get(thing_kind="people.user", thing_id=person.pk).details == {"language": "fr"}
    assert '<html lang="fr"' in client.get("/people/account/").content.decode()


def test_a_language_that_is_not_offered_is_refused_beside_the_field(client):
    client.force_login(a_stranger())

    page = client.post("/people/account/", {"language": "tlh"}).content.decode()

    assert 'class="field wrong' in page


def test_every_role_is_printed_with_every_permission(client):
    client.force_login(a_stranger())

    page = client.get("/people/roles/").content.decode()

    assert all(str(role.name) in page for role in ROLES.values())
    assert all(str(permission.label) in page for permission in Permission)


@pytest.mark.parametrize("address", ["/people/account/", "/people/roles/", "/web/gallery/"])
def test_nobody_sees_these_pages_without_signing_in(client, address):
    assert client.get(address)["Location"] == f"/accounts/login/?next={address}"
