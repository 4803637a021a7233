"""Questions by hand take what a reader may see from the words of a list."""

import pytest

from techcoop.atlas.models import State
from techcoop.web.rows import conditions_of, keys_of, rows_of
from tests.atlas.makers import a_state

pytestmark = pytest.mark.django_db


def codes(seen):
    question = f"SELECT iso3 FROM atlas_state WHERE id IN ({seen.sql}) ORDER BY iso3"
    return rows_of(str, question, **seen.values)


def test_what_a_list_holds_stands_in_a_question_with_its_values_apart():
    a_state("Arcadia"), a_state("Utopia")

    assert codes(keys_of(State.objects.filter(names__en__in=["Arcadia", "100 %s"]), "seen")) == ["XARC"]


@pytest.mark.parametrize("nothing", [State.objects.none, lambda: State.objects.filter(pk__in=[])])
def test_a_list_that_can_hold_nothing_finds_nothing(nothing):
    a_state("Arcadia")

    assert codes(keys_of(nothing(), "seen")) == []


@pytest.mark.parametrize(
    ("things", "found"),
    [
        (lambda: State.objects.filter(names__en="Arcadia").exclude(iso3="100 %s"), ["XARC"]),
        (lambda: State.objects.filter(iso3__in=["XARC", "XUTO"]).order_by("-pk"), ["XARC", "XUTO"]),
        (State.objects.all, ["XARC", "XUTO"]),
        (State.objects.none, []),
    ],
)
def test_what_narrows_a_list_narrows_a_question(things, found):
    a_state("Arcadia"), a_state("Utopia")

    narrowed = conditions_of(things(), "row")

    question = f"SELECT iso3 FROM atlas_state WHERE iso3 IN ('XARC', 'XUTO') AND {narrowed.sql} ORDER BY iso3"
    assert rows_of(str, question, **narrowed.values) == found
