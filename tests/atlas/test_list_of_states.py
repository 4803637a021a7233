"""Everybody who signs in finds the States, by name in any language, region, group and situation."""

import pytest
from django.urls import reverse

from tests.people.makers import a_stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    client.force_login(a_stranger(), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "Côte d'Iv"}, {"CIV"}),
        ({"q": "الجزائر"}, {"DZA"}),
        ({"q": "burma"}, {"MMR"}),
        ({"q": "826"}, {"GBR"}),
        ({"region": "053", "standing": "member"}, {"AUS", "NZL"}),
        ({"standing": "observer"}, {"PSE", "VAT"}),
        ({"group": "african", "situation": "is_small_island"}, {"COM", "CPV", "GNB", "MUS", "STP", "SYC"}),
    ],
)
def test_states_are_found(reader, asked, found):
    page = reader.get(reverse("atlas:states"), {**asked, "sort": "code"}).context["page"]

    assert {row[1].text for row in page.rows} == found


def test_the_list_asks_few_questions(reader, at_most_questions):
    with at_most_questions(10):
        assert reader.get(reverse("atlas:states")).status_code == 200


def test_nobody_reads_it_without_signing_in(client):
    assert client.get(reverse("atlas:states")).status_code == 302
