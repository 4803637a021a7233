"""Questions by hand take what a reader may see from the words of a list."""

import pytest

from techcoop.atlas.models import State
from techcoop.web.rows import keys_of, rows_of
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
