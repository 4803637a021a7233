"""Every figure of a review leads to a list that shows exactly the records it counts."""

import csv
import io
from decimal import Decimal

import pytest

from techcoop.delivery.views import lists as activities
from techcoop.evaluation.queries import Period
from techcoop.evaluation.synthesis import compose
from techcoop.evaluation.synthesis.words import Counted, Share
from techcoop.evaluation.views import sides
from techcoop.press.blocks import figures_of
from techcoop.projects.views import lists as projects
from tests.evaluation.worlds import a_small_world
from tests.people.makers import a_coordinator

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures():
    """The figures of a review over a small world."""
    a_small_world()
    return list(figures_of(compose(2019, 2024, "en")))


def summed(client, figure: Counted) -> Decimal:
    """What the column of the list sums to, in the sheet that can be taken away from it."""
    answer = client.get(f"{figure.address}&export=csv")
    lines = csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")))
    next(lines)
    lists = {
        "/projects/": projects.listing_for(a_coordinator()),
        "/activities/": activities.listing_for(a_coordinator()),
        "/evaluation/states/": sides.listing_for(Period(2019, 2024)),
    }
    keys = [column.key for column in lists[figure.address.partition("?")[0]].columns]
    place = keys.index(figure.column)
    return sum((Decimal(line[place] or 0) for line in lines), Decimal(0))


def test_every_figure_leads_to_the_records_it_counts(client, figures):
    client.force_login(a_coordinator())
    shown = {}

    for address in {figure.address for figure in figures}:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not answer.context["page"].complaints, address
        shown[address] = answer.context["page"].total

    counted = [figure for figure in figures if isinstance(figure, Counted)]
    assert len(counted) > 150
    assert [one for one in counted if one.records != shown[one.address]] == []


def test_every_sum_is_the_sum_of_a_column_of_its_list(client, figures):
    client.force_login(a_coordinator())
    sums = [figure for figure in figures if isinstance(figure, Counted) and figure.column]

    assert len(sums) > 20
    assert [one for one in sums if abs(summed(client, one) - one.value) > 1] == []


def test_every_figure_says_what_it_counts_and_has_a_key_of_its_own(figures):
    meanings = {}
    for figure in figures:
        assert figure.counts
        meanings.setdefault(figure.key, set()).add((figure.counts, figure.address))

    assert [key for key, meaning in meanings.items() if len(meaning) > 1] == []


def test_a_share_knows_its_part_and_its_whole(figures):
    shares = [figure for figure in figures if isinstance(figure, Share)]

    # Once in the summary, once in the chapter on money.
    assert [round(100 * one.part / one.whole) for one in shares] == [50, 25] * 2
    assert [one.text for one in shares] == ["50%", "25%"] * 2
