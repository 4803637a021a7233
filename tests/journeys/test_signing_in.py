"""A person signs in, protects the account with a second factor, and ends what is open elsewhere."""

import pytest
from allauth.mfa.totp.internal import auth as totp

from tests.people.makers import a_coordinator

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PASSWORD = "spring rain 7"


@pytest.fixture
def person():
    someone = a_coordinator()
    someone.set_password(PASSWORD)
    someone.save()
    return someone


def sign_in(page, person):
    page.goto("/accounts/login/?next=/people/account/")
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).first.click()


def code_of(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def test_a_second_factor_is_set_up_and_then_asked_for(page, person):
    sign_in(page, person)
    page.get_by_role("link", name="Second factor and passkeys").click()
    page.get_by_role("link", name="Activate").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    page.get_by_role("button", name="Activate").click()
    page.get_by_label("Unused codes").wait_for()

    page.get_by_text(person.name).click()
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, person)

    assert page.get_by_role("heading", name="Two-Factor Authentication").is_visible()


def test_sessions_elsewhere_are_seen_and_ended(page, person, client):
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    sign_in(page, person)
    page.get_by_role("link", name="Where I am signed in").click()
    assert page.get_by_role("row").count() == 3

    page.get_by_role("button", name="End all other sessions").click()
    page.get_by_role("row").nth(1).wait_for()

    assert page.get_by_role("row").count() == 2
    assert client.get("/people/account/").status_code == 302


def plug_in_a_key(page):
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    able = {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**device, **able}})


def register_the_key(page):
    page.get_by_role("link", name="Second factor and passkeys").click()
    page.get_by_role("link", name="Add").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.get_by_label("Unused codes").or_(page.get_by_text("added")).first.wait_for()


def test_a_key_of_the_browser_opens_the_door(page, person):
    plug_in_a_key(page)
    sign_in(page, person)
    register_the_key(page)
    page.get_by_text(person.name).first.click()
    page.get_by_role("button", name="Sign out").click()

    page.goto("/accounts/login/?next=/people/account/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.get_by_role("heading", name="My account").wait_for()
