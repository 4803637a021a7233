"""A Government reads the page of its request in the language of its State until it chooses another one."""

import pytest
from django.conf import settings
from django.urls import reverse

from techcoop.people import actions
from techcoop.web.links import page_of
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer, a_focal_point
from tests.requests.makers import a_registered_request

pytestmark = pytest.mark.django_db


def a_francophone_state():
    state = a_state()
    state.official_language = "fr"
    state.save(update_fields=["official_language"])
    return state


def language_of(client, person, state_request):
    client.force_login(person)
    page = client.get(page_of(state_request)).content.decode()
    return page.split('<html lang="')[1].split('"')[0]


def test_the_page_speaks_the_language_of_the_state_and_offers_others(client):
    state = a_francophone_state()
    state_request = a_registered_request(state)

    assert language_of(client, a_focal_point(state), state_request) == "fr"
    page = client.get(page_of(state_request)).content.decode()
    assert "Lire cette page en" in page
    assert 'value="ar" lang="ar" dir="rtl"' in page


def test_what_the_reader_chose_goes_before_it(client):
    state = a_francophone_state()
    state_request, person = a_registered_request(state), a_focal_point(state)
    actions.choose_language(person, by=person, at=NOON, language="en")

    assert language_of(client, person, state_request) == "en"


def test_the_switch_goes_before_it(client):
    state = a_francophone_state()
    state_request = a_registered_request(state)

    client.post(reverse("web:language"), {"language": "ar", "next": "/"})

    assert settings.LANGUAGE_COOKIE_NAME in client.cookies
    assert language_of(client, a_focal_point(state), state_request) == "ar"


def test_the_desk_reads_in_its_own_language(client):
    state = a_francophone_state()

    assert language_of(client, a_desk_officer(state), a_registered_request(state)) == "en"


def test_the_government_sees_what_was_frozen_at_intake(client):
    state = a_state()
    state_request = a_registered_request(state)
    client.force_login(a_focal_point(state))

    page = client.get(page_of(state_request))

    (frozen,) = page.context["snapshots"]
    assert frozen.digest in page.content.decode()
    assert client.get(reverse("accountability:snapshot", args=[frozen.pk])).status_code == 200
