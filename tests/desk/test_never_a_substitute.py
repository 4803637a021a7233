"""Whatever assistance does, for what States account stays the same: a checksum over its tables proves it."""

from random import Random
from uuid import UUID

import pytest
from django.db import connection, transaction
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
# Two values of each kind of column, as the database writes them.
NUMBERS = ("32001", "32002")
VALUES = {
    "bigint": NUMBERS,
    "integer": NUMBERS,
    "smallint": NUMBERS,
    "numeric": NUMBERS,
    "text": ("'a'", "'b'"),
    "character varying": ("'a'", "'b'"),
    "boolean": ("false", "true"),
    "date": ("'1987-11-16'", "'1987-11-17'"),
    "timestamp with time zone": ("'1987-11-16'", "'1987-11-17'"),
    "uuid": (f"'{UUID(int=1)}'", f"'{UUID(int=2)}'"),
    "jsonb": ("'{}'", """'{"en": "b"}'"""),
    "ARRAY": ("'{}'", "'{1}'"),
}


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


def columns_of(table, cursor):
    """What is written in a table, with two values for each column; its own rules are put aside."""
    rules = "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('c', 'f')"
    cursor.execute(rules, [table])
    for (name,) in cursor.fetchall():
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    cursor.execute(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    return {name: VALUES[kind] for name, kind in cursor.fetchall()}


@pytest.mark.parametrize("table", [one._meta.db_table for one in checksum_tables()])
def test_the_checksum_sees_every_table_and_every_change(table):
    with transaction.atomic(), connection.cursor() as cursor:
        columns = columns_of(table, cursor)
        seen = [checksum()]
        first = ", ".join(value for value, _other in columns.values())
        cursor.execute(f"INSERT INTO {table} ({', '.join(columns)}) OVERRIDING SYSTEM VALUE VALUES ({first})")
        key = next(f"{name} = {columns[name][0]}" for name in ("pgh_id", "id") if name in columns)
        seen.append(checksum())
        for name, (_value, other) in columns.items():
            if name not in ("pgh_id", "id"):
                cursor.execute(f"UPDATE {table} SET {name} = {other} WHERE {key}")
                seen.append(checksum())
        cursor.execute(f"DELETE FROM {table} WHERE {key}")
        after = checksum()
        transaction.set_rollback(True)

    assert len(set(seen)) == len(seen)
    assert after == seen[0]


def test_what_is_no_fact_is_apart():
    names = {one._meta.db_table for one in checksum_tables()}

    assert {"accountability_recommendation", "accountability_visitevent"} <= names
    assert AccountabilitySnapshot._meta.db_table not in names
