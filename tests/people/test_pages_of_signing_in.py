"""The pages of signing in, in our frame."""

import pytest
from django.test import override_settings

from config.safety import DEMONSTRATION_DOMAIN
from techcoop.people.models import User
from tests.people.makers import a_stranger

pytestmark = pytest.mark.django_db
PASSWORD = "spring rain 7"


@pytest.fixture
def person():
    someone = a_stranger()
    someone.set_password(PASSWORD)
    someone.save()
    return someone


@pytest.mark.parametrize(
    "address",
    [
        "/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/password/change/", "/accounts/sessions/",
        "/accounts/reauthenticate/", "/accounts/logout/",
    ],
)  # fmt: skip
def test_every_page_of_the_account_wears_our_frame(client, person, address):
    client.force_login(person)

    page = client.get(address).content.decode()

    assert '<main id="main"' in page
    assert "<h1" in page


@pytest.mark.parametrize("address", ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/"])
def test_every_page_before_the_door_wears_our_frame(client, address):
    assert '<main id="main"' in client.get(address).content.decode()


def test_a_wrong_password_is_said_and_the_address_kept(client, person):
    page = client.post("/accounts/login/", {"login": person.email, "password": "wrong"}).content.decode()

    assert "Something needs to be corrected" in page
    assert person.email in page


def test_the_address_of_an_account_is_not_changed_by_its_owner(client, person):
    client.force_login(person)

    assert client.get("/accounts/email/")["Location"] == "/people/account/"


def test_nobody_signs_up(client):
    answer = client.post("/accounts/signup/", {"email": "new@example.org", "password1": PASSWORD})

    assert answer.status_code in (200, 302)
    assert not User.objects.filter(email="new@example.org").exists()


def test_only_a_demonstration_offers_its_sign_ins(client):
    User.objects.create(email=f"clara{DEMONSTRATION_DOMAIN}", name="Clara of the demonstration")

    with override_settings(DEMONSTRATION=False):
        assert "Clara of" not in client.get("/accounts/login/").content.decode()
    with override_settings(DEMONSTRATION=True):
        assert "Clara of" in client.get("/accounts/login/").content.decode()
