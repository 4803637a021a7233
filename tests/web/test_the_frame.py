"""The frame of every page."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.views.defaults import permission_denied

from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.middleware import Refusals
from techcoop.web.bundle import bundle
from tests.people.makers import a_coordinator, an_administrator

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    client.force_login(a_coordinator())
    return client


def test_the_gallery_shows_every_component(coordinator):
    page = coordinator.get("/web/gallery/").content.decode()

    assert '<a class="skip" href="#main">' in page
    assert "complements and never replaces monitoring" in page
    assert re.search(r'<html lang="en" dir="ltr">', page)


def test_a_page_in_arabic_runs_from_right_to_left_and_stays_where_it_is(coordinator):
    changed = coordinator.post("/web/language/", {"language": "ar", "next": "/web/gallery/?q=x"})

    assert changed["Location"] == "/web/gallery/?q=x"
    assert '<html lang="ar" dir="rtl">' in coordinator.get(changed["Location"]).content.decode()


def test_the_language_can_be_chosen_before_signing_in(client):
    assert client.post("/web/language/", {"language": "fr", "next": "/accounts/login/"}).status_code == 302


def test_the_menu_shows_what_the_roles_of_a_person_open(client):
    client.force_login(an_administrator())
    menu = client.get("/desk/").context["menu"]

    assert {"/people/", "/imports/"} < {entry.address for entry in menu}
    assert not {"/portfolio/", "/requests/", "/journal/"} & {entry.address for entry in menu}
    assert {client.get(entry.address).status_code for entry in menu} == {200}


def test_the_policy_of_the_page_allows_nothing_inline(coordinator):
    policy = coordinator.get("/web/gallery/")["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_styles_and_scripts_stay_small():
    assert len(bundle("css").content) <= 30_000
    assert b"/*" not in bundle("css").content
    # Half of what the site may have in all: lost connections and tabs that cross are worth thirty lines more.
    assert bundle("js").content.count(b"\n") <= 280


def test_styles_are_kept_by_browsers_and_packed_for_the_way(client):
    response = client.get(f"/web/bundle/{bundle('css').digest}.css", headers={"Accept-Encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert "immutable" in response["Cache-Control"]
    assert client.get("/web/bundle/abc.png").status_code == 404


def test_a_page_that_does_not_exist_says_so(coordinator):
    response = coordinator.get("/nowhere/")

    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


ZERO_BYTES = [
    *("/projects/%00/", "/states/%00/", "/activities/plan/%00/"),
    *("/evaluation/plan/?project=%00", "/recommendations/counts/?concerned=%00", "/projects/?%00=a&q=b"),
]


@pytest.mark.parametrize("address", ZERO_BYTES)
def test_an_address_with_a_zero_byte_is_of_nothing(coordinator, address):
    assert coordinator.get(address).status_code == 404


def test_a_refusal_gives_its_reason():
    request = RequestFactory().get("/")
    request.user, request.csp_nonce = a_coordinator(), ""

    response = permission_denied(request, PermissionDenied("Only the Board may."))

    assert response.status_code == 403
    assert "Only the Board may." in response.content.decode()


def refused_at(path, came_from=""):
    request = RequestFactory().post(path, headers={"Referer": came_from})
    request.user, request.csp_nonce = a_coordinator(), ""
    return Refusals(lambda _: None).process_exception(request, MoveNotAllowed("accept", "declined"))


def test_a_move_that_came_too_late_is_a_page_of_its_own():
    response = refused_at("/", "http://testserver/requests/1/")

    assert response.status_code == 409
    assert "Somebody else was faster" in response.text
    assert 'href="http://testserver/requests/1/"' in response.text


@pytest.mark.parametrize("came_from", ["", "https://elsewhere.example/"])
def test_an_address_typed_by_hand_is_not_called_too_late_and_leads_to_the_thing(came_from):
    response = refused_at("/requests/TC-2026-0001/accept/", came_from)

    assert "This is not possible now" in response.text
    assert "faster" not in response.text
    assert 'href="/requests/TC-2026-0001/"' in response.text


def test_a_form_sent_again_too_late_leads_to_the_thing_and_not_to_itself():
    response = refused_at("/requests/TC-1/accept/", "http://testserver/requests/TC-1/accept/")

    assert "Somebody else was faster" in response.text
    assert 'href="/requests/TC-1/"' in response.text
