"""The facts of accountability are the mechanisms' own: only imports from their sources write them."""

import pghistory.models
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

# The assistance side's own: frozen copies, which have a barrier of their own, and addresses of calendars.
NOT_THE_MECHANISMS = {"AccountabilitySnapshot", "CalendarFeed"}
FACTS = [
    model
    for model in apps.get_app_config("accountability").get_models()
    if not issubclass(model, pghistory.models.Event)
    and model._meta.managed
    and model.__name__ not in NOT_THE_MECHANISMS
]
WRITES = (
    "INSERT INTO {} DEFAULT VALUES",
    "UPDATE {} SET id = id",
    "DELETE FROM {}",
    "TRUNCATE {} CASCADE",
)


@pytest.mark.django_db
@pytest.mark.parametrize("write", WRITES, ids=lambda write: write.split()[0].lower())
@pytest.mark.parametrize("model", FACTS, ids=lambda model: model.__name__)
def test_nobody_writes_but_the_importers(model, write):
    with (
        pytest.raises(DatabaseError, match="only imports"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(write.format(model._meta.db_table))
