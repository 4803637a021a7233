"""Whoever changes, takes away or slips in a line of the journal is found by the audit."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from techcoop.journal.actions import record
from techcoop.journal.queries import history
from tests.people.makers import NOON, a_coordinator, an_auditor

pytestmark = pytest.mark.django_db


def two_histories():
    thing, other = a_coordinator(), an_auditor()
    for act in ("open", "amend", "close"):
        record(act, thing, by=other, at=NOON, why="Because", details={"words": ["é", 1]})
    record("open", other, by=thing, at=NOON)
    return thing


def meddle(sql, *values):
    """What somebody with the database's own password can do."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER USER")
        cursor.execute(sql, values)
        cursor.execute("ALTER TABLE journal_entry ENABLE TRIGGER USER")


def audit():
    said = StringIO()
    call_command("audit", stdout=said)
    return said.getvalue()


def test_an_untouched_journal_holds():
    two_histories()

    assert "every seal holds" in audit()


def test_a_changed_reason_is_found():
    thing = two_histories()
    entry = history(thing)[1]

    meddle("UPDATE journal_entry SET why = 'Something else' WHERE id = %s", entry.pk)

    with pytest.raises(CommandError, match=f"people.user {thing.pk}.*entry 2.*does not fit"):
        audit()


def test_a_line_that_was_taken_away_is_found():
    thing = two_histories()

    meddle("DELETE FROM journal_entry WHERE id = %s", history(thing)[1].pk)

    with pytest.raises(CommandError, match="entry 2 of this history is missing"):
        audit()


def test_a_line_that_was_sealed_anew_breaks_the_next_one():
    thing = two_histories()
    entry = history(thing)[1]

    meddle("UPDATE journal_entry SET seal = repeat('a', 64) WHERE id = %s", history(thing)[2].pk)
    meddle("UPDATE journal_entry SET previous = repeat('b', 64) WHERE id = %s", entry.pk)

    with pytest.raises(CommandError, match="entry 2.*seal of the entry before"):
        audit()
