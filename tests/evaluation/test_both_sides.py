"""States with accountability beside assistance: every figure opens exactly what it counts."""

import re
from html import unescape

import pytest

from tests.evaluation.worlds import a_small_world
from tests.people.makers import a_coordinator

pytestmark = pytest.mark.django_db
YEARS = "from=2018&to=2024&assisted=yes"
# What is counted row by row; money is a sum of what its address lists.
FIGURE = re.compile(r'<td[^>]* class="number"><a href="([^"]+)">([\d,]+)</a></td>')


@pytest.fixture
def page(client):
    a_small_world()
    client.force_login(a_coordinator())
    return client.get(f"/evaluation/states/?{YEARS}").content.decode()


def test_every_figure_opens_exactly_what_it_counts(client, page):
    found = [(unescape(address), int(figure.replace(",", ""))) for address, figure in FIGURE.findall(page)]
    counts = [(address, figure) for address, figure in found if figure < 1000]
    opened = [client.get(address).context["page"] for address, _figure in counts]

    assert {address.split("?")[0] for address, _figure in counts} >= {"/projects/", "/activities/"}
    assert [one.complaints for one in opened if one.complaints] == []
    assert [one.total for one in opened] == [figure for _address, figure in counts]


def test_a_nought_leads_nowhere_and_a_state_to_its_file(page):
    assert ">0</a>" not in page
    assert '<th scope="row" dir="auto"><a href="/states/' in page
