"""Every page asks who is there, but for those that are listed here."""

import uuid

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

# What a stranger may see: signing in, and what the frame of that page needs.
PUBLIC = {
    "account_login": "where one signs in",
    "account_logout": "where one signs out",
    "account_signup": "closed by our adapter; says so",
    "account_inactive": "what an account that was closed is told",
    "account_reset_password": "asking for a new password",
    "account_reset_password_done": "… and being told to look for the letter",
    "account_reset_password_from_key": "… and choosing it",
    "account_reset_password_from_key_done": "… and being told that it was changed",
    "account_confirm_email": "the address of an account is confirmed by a letter",
    "account_email_verification_sent": "… and this says that it was sent",
    "mfa_authenticate": "the second factor, after the password",
    "mfa_login_webauthn": "a passkey instead of a password",
    "mfa_trust": "remembering this browser, after the second factor",
    "mfa_signup_webauthn": "closed with the sign-up",
    "account_signup_by_passkey": "closed with the sign-up",
    "account_confirm_login_code": "a code by mail, closed with our settings",
    "accountability:feed": "the calendar of whoever opened this secret address, until it is closed",
    "web:bundle": "style sheets and small scripts",
    "publishing:start": "what the world may read, in the language of the browser",
    "publishing:requests": "the public counter of requests; no State is named",
    "publishing:requests_file": "… as a file",
    "web:language": "the choice of a language",
}
SAMPLES = {"int": 1, "str": "x", "slug": "x", "uuid": uuid.UUID(int=1), "path": "x"}


def pages(resolver=None, namespace="", before=""):
    """Every page: its name, its address with samples in it, its view."""
    for one in (resolver or get_resolver()).url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield f"{namespace}{one.name or route}", address(route, one), one.callback
        else:
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from pages(one, inner, route)


def address(route, pattern):
    """An address that leads to the pattern, whatever is looked up later."""
    for name, converter in pattern.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        for written in (f"<{kind}:{name}>", f"<{name}>"):
            route = route.replace(written, str(SAMPLES.get(kind, "")))
    return "/" + route


def is_public(view):
    return not getattr(view, "login_required", True)


def test_the_list_of_public_pages_is_right():
    assert {name for name, _address, view in pages() if is_public(view)} <= set(PUBLIC)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_asked_to_sign_in(client, method):
    open_doors = []
    for name, where, view in pages():
        if is_public(view) or "<" in where or "(" in where:
            continue
        answer = getattr(client, method)(where)
        if answer.status_code != 302 or not answer["Location"].startswith("/accounts/login/"):
            open_doors.append((name, where, answer.status_code))

    assert open_doors == []


def test_signing_in_is_required_by_default():
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE
