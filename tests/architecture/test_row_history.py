"""What a record was stays known: its earlier rows are never changed, taken away or emptied."""

import pghistory.models
import pytest
from django.apps import apps
from django.db import Error, connection, transaction
from pghistory.trigger import Event

from techcoop.atlas.models import State
from techcoop.evaluation.models import Lesson
from techcoop.people.models import Assignment
from tests.architecture.test_life_cycles import MODELS
from tests.evaluation.makers import a_drafted_evaluation
from tests.people.makers import a_desk_officer

HISTORIES = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
AGAINST = ("UPDATE {} SET pgh_label = ''", "DELETE FROM {}", "TRUNCATE {}")
pytestmark = pytest.mark.django_db


def an_earlier_row(table):
    """Any row at all: its columns are looked at by nobody here, so their rules are put aside."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
            " AND is_nullable = 'NO' AND column_name <> 'pgh_id'",
            [table],
        )
        for (column,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} ALTER COLUMN "{column}" DROP NOT NULL')
        cursor.execute(f"INSERT INTO {table} DEFAULT VALUES")


def refused(statement):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except Error as error:
        return str(error)
    return ""


@pytest.mark.parametrize("history", HISTORIES, ids=lambda model: model.__name__)
def test_an_earlier_row_stays_as_it_is(history):
    table = history._meta.db_table
    an_earlier_row(table)

    for statement in AGAINST:
        said = refused(statement.format(table))
        assert "Cannot update or delete" in said or "row history is never emptied" in said


def test_the_journal_stays_as_it_is():
    for statement in ("TRUNCATE journal_entry", "TRUNCATE journal_entry CASCADE"):
        assert "never emptied" in refused(statement)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_has_a_life_cycle_lives_by_it_in_the_database_too(model):
    names = {trigger.name for trigger in model._meta.triggers}

    assert {"begins_at_the_beginning", "moves_along_the_table", "is_never_taken_out"} <= names


@pytest.mark.parametrize("history", HISTORIES, ids=lambda model: model.__name__)
def test_what_is_kept_is_what_was_there_before(history):
    """Else the first words of a record would be gone with its first change."""
    kept = {one.name: one for one in history.pgh_tracked_model._meta.triggers if isinstance(one, Event)}

    assert {one.row for one in kept.values()} == {"OLD"}
    assert set(kept) == {"before_update", "delete_delete"}


def test_everything_that_a_record_ever_said_can_be_read_back():
    lesson = Lesson.objects.create(evaluation=a_drafted_evaluation(), statement="First", component="C4")
    others = Lesson.objects.filter(pk=lesson.pk)
    for words in ("Second", "Third", "First", "Last"):
        others.update(statement=words)

    said = [*Lesson.pgh_event_model.objects.order_by("pgh_id").values_list("statement", "component")]
    assert said == [("First", "C4"), ("Second", "C4"), ("Third", "C4"), ("First", "C4")]
    assert others.get().statement == "Last"

    others.delete()
    assert Lesson.pgh_event_model.objects.order_by("pgh_id").last().statement == "Last"


def test_row_history_is_kept_by_one_word_only():
    """A history made otherwise might be emptied."""
    assert HISTORIES
    for history in HISTORIES:
        names = {trigger.name for trigger in history._meta.triggers}
        assert {"append_only", "row_history_is_never_emptied"} <= names, history


@pytest.mark.parametrize("history", HISTORIES, ids=lambda model: model.__name__)
def test_no_table_is_emptied_all_at_once_past_its_history(history):
    said = refused(f"TRUNCATE {history.pgh_tracked_model._meta.db_table} CASCADE")

    assert "is never emptied" in said or "only imports" in said


def test_what_a_record_is_tied_to_has_a_history_of_its_own():
    """Else the States of a role, or the recommendations of a request, could be exchanged unseen."""
    kept = {history.pgh_tracked_model._meta.db_table for history in HISTORIES}
    ties = {
        field.m2m_db_table()
        for history in HISTORIES
        for field in history.pgh_tracked_model._meta.local_many_to_many
        if field.remote_field.through._meta.auto_created
    }

    assert ties
    assert ties <= kept


def test_which_states_a_role_reached_can_be_read_back():
    kenya, france = State.objects.get(iso3="KEN"), State.objects.get(iso3="FRA")
    held = a_desk_officer(kenya).assignments.get()

    Assignment.states.through.objects.filter(assignment=held).update(state=france)
    held.states.set([kenya])

    reached = apps.get_model("people.AssignmentStatesEvent").objects.filter(assignment=held)
    assert [*reached.order_by("pgh_id").values_list("state", flat=True)] == [kenya.pk, france.pk]
