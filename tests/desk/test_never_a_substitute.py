"""Whatever assistance does, for what States account stays the same: a checksum over its tables proves it."""

from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techcoop.accountability.models import AccountabilitySnapshot
from techcoop.accountability.queries import checksum, checksum_tables
from tests.accountability.accounts import a_report, an_act, facts
from tests.accountability.makers import a_recommendation, a_treaty_status
from tests.atlas.makers import a_state
from tests.desk.acts import acts, done
from tests.desk.worlds import a_world

pytestmark = pytest.mark.django_db
ACTS = acts()
TRIES = 500


@pytest.fixture
def world():
    """Facts of several kinds, and things of assistance in every status."""
    state = a_state()
    a_recommendation(to=state)
    a_treaty_status(state)
    facts("treaty-acts", an_act("accession", "1990"))
    facts("reporting-cycles", a_report(2, Due="2012-06-30"))
    a_world()


def test_acts_of_every_kind_are_done_and_leave_accountability_as_it_was(world):
    before, never = checksum(), set()
    for act in ACTS:
        draw = Random(str(act))
        with transaction.atomic():
            never |= set() if any(done(act, draw) for _ in range(TRIES)) else {str(act)}
            assert checksum() == before, act
            transaction.set_rollback(True)

    assert never == set(), "given.py does not yet say what these are given"


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(days=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 10_000)), min_size=1, max_size=15))
def test_any_acts_in_any_order_leave_accountability_as_it_was(world, days):
    before = checksum()
    with transaction.atomic():
        for act, seed in days:
            done(act, Random(seed))
        after = checksum()
        transaction.set_rollback(True)

    assert after == before


def test_the_checksum_sees_every_table_and_every_change():
    names = {one._meta.db_table for one in checksum_tables()}
    before = checksum()
    a_recommendation(to=a_state())
    with_a_recommendation = checksum()
    a_treaty_status(a_state())

    assert len({before, with_a_recommendation, checksum()}) == 3
    assert {"accountability_recommendation", "accountability_visitevent"} <= names
    assert AccountabilitySnapshot._meta.db_table not in names
