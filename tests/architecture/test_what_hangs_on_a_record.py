"""What hangs on a record with a life cycle stays as the record does, or it is said here why it need not."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from pghistory.models import Event

from techcoop.journal.models import Stays
from tests.architecture.test_life_cycles import MODELS

FREE = {
    "intake.ImportLine.record_import": "the working table of an import, judged as often as it is read",
    "intake.ImportProgress.record_import": "how far an import has come, while it runs",
    "requests.Reminder.state_request": "mail on its way: it says what was due, and is marked when it is sent",
}
TABLES = [one for one in apps.get_models(include_auto_created=True) if not one._meta.proxy]
RECORDS = [one for one in TABLES if not issubclass(one, Event)]


def rules_of(table):
    """The rules of a table, on whichever proxy they stand."""
    named = [one for one in apps.get_models(include_auto_created=True) if one._meta.db_table == table]
    return [rule for model in named for rule in getattr(model._meta, "triggers", ())]


def stays(field):
    """Whether a rule holds this column as it is, in some status at least."""
    table = field.model._meta.db_table
    kept = [rule.columns for rule in rules_of(table) if isinstance(rule, Stays)]
    return any(not columns or {field.name, field.column} & set(columns) for columns in kept)


def has_parts_that_stay(model):
    return any(isinstance(rule, Stays) for rule in rules_of(model._meta.db_table))


WHOLES = {*MODELS, *(one for one in RECORDS if has_parts_that_stay(one))}
HANGING = {
    f"{model._meta.label}.{field.name}": field
    for model in RECORDS
    for field in model._meta.fields
    if field.is_relation and field.related_model in WHOLES
}
REFUSED = "is never emptied|only imports|is never changed"
RULED = [one for one in TABLES if rules_of(one._meta.db_table)]


@pytest.mark.parametrize("name", HANGING)
def test_what_hangs_on_a_record_stays_with_it(name):
    assert stays(HANGING[name]) or FREE.get(name), f"{name}: a rule (journal.models), or a reason here"


def test_only_what_hangs_freely_is_said_to():
    assert [name for name in FREE if name not in HANGING or stays(HANGING[name])] == []


@pytest.mark.django_db
@pytest.mark.parametrize("model", RULED, ids=lambda model: model._meta.label)
def test_nothing_with_a_rule_is_emptied_all_at_once(model):
    with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        connection.cursor().execute(f"TRUNCATE {model._meta.db_table} CASCADE")
