"""Recommendations are ticked in the list and cited together."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from techcoop.web.links import page_of
from tests.accountability.makers import a_recommendation
from tests.atlas.makers import a_state
from tests.people.makers import a_desk_officer, a_finance_officer

pytestmark = pytest.mark.django_db
LIST, CITATIONS = reverse("accountability:recommendations"), reverse("accountability:citations")


def ticking(*recommendations, **more):
    return "?" + urlencode([("picked", one.pk) for one in recommendations] + list(more.items()))


def read(client, address, *, person=None):
    client.force_login(person or a_desk_officer())
    return client.get(address)


@pytest.fixture
def two_of_three():
    texts = ("Train judges.", "Pay the police.", "Open the archives.")
    made = [a_recommendation(a_state(f"Arcadia {n}"), text) for n, text in enumerate(texts)]
    return made[:2]


def test_what_was_ticked_is_cited_with_text_and_address(client, two_of_three):
    page = read(client, CITATIONS + ticking(*two_of_three)).content.decode()

    for one in two_of_three:
        for words in (one.text, f"http://testserver{page_of(one)}", one.state.name):
            assert words in page
    assert "Open the archives." not in page


def test_the_same_is_taken_away_as_a_text(client, two_of_three):
    taken = read(client, CITATIONS + ticking(*two_of_three, export="txt"))

    assert taken.headers["Content-Type"].startswith("text/plain")
    assert taken.content.decode().count("http://testserver") == 2
    assert "Train judges." in taken.content.decode()


def test_without_a_tick_what_the_list_shows_is_cited(client, two_of_three):
    page = read(client, CITATIONS + "?q=judges").content.decode()

    assert "Train judges." in page
    assert "Pay the police." not in page


def test_a_tick_names_the_row_and_the_ticked_are_one_choice_in_the_list(client, two_of_three):
    page = read(client, LIST + ticking(*two_of_three)).content.decode()

    assert page.count("checked") == 2
    assert 'aria-label="Tick Train judges."' in page
    assert "Ticked: <b><bdi>2</bdi></b>" in page


@pytest.mark.parametrize("wrong", ["abc", "-1", "9" * 30, "٣"])
def test_what_is_no_key_is_said_and_left_out(client, wrong):
    a_recommendation()

    response = read(client, LIST + "?" + urlencode({"picked": wrong}))

    assert response.status_code == 200
    assert "was left out" in response.content.decode()


def test_who_may_not_read_them_cites_none(client, two_of_three):
    assert read(client, CITATIONS + ticking(*two_of_three), person=a_finance_officer()).status_code == 403
