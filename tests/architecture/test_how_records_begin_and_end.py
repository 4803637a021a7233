"""What has a life cycle begins where its table begins and is never taken out, whatever bare SQL tries."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from psycopg.errors import RaiseException

from techcoop.projects.models import Project
from tests.accountability.accounts import importing
from tests.architecture.test_life_cycles import MODELS, statuses, table_of

pytestmark = pytest.mark.django_db
LATER = [
    pytest.param(model, status, id=f"{model.__name__}-{status}")
    for model in MODELS
    for status in statuses(table_of(model))
    if status != table_of(model).beginning
]


def written(sentence, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sentence, values)


def inserted(model, status):
    """A bare row: what refuses it first is the trigger, else a column that may not be empty."""
    written(f"INSERT INTO {model._meta.db_table} (status) VALUES (%s)", status)


@pytest.mark.parametrize(("model", "status"), LATER)
def test_nothing_begins_at_a_later_status(model, status):
    with pytest.raises(ProgrammingError, match=f"what begins is .*, and not yet {status}"):
        inserted(model, status)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_where_the_table_begins_a_record_may_begin(model):
    with pytest.raises(IntegrityError, match="null value"):
        inserted(model, table_of(model).beginning)


def test_copying_in_is_no_way_round():
    with (
        pytest.raises(RaiseException, match="what begins is draft, and not yet closed"),
        transaction.atomic(),
        connection.cursor() as cursor,
        cursor.copy("COPY projects_project (status) FROM STDIN") as copied,
    ):
        copied.write_row(["closed"])


def test_an_older_record_comes_in_by_its_own_import_alone():
    with pytest.raises(ProgrammingError, match="not yet legacy"):
        inserted(Project, "legacy")
    with pytest.raises(ProgrammingError, match="not yet legacy"), importing("accountability"):
        inserted(Project, "legacy")
    with pytest.raises(ProgrammingError, match="not yet closed"), importing("projects"):
        inserted(Project, "closed")
    with pytest.raises(IntegrityError, match="null value"), importing("projects"):
        inserted(Project, "legacy")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_record_is_taken_out(model):
    with pytest.raises(ProgrammingError, match="a record is never taken out"):
        written(f"DELETE FROM {model._meta.db_table}")
