"""One figure over all tables of accountability: whatever assistance does, it stays the same."""

import hashlib

from django.apps import apps
from django.db import connection, models

from techcoop.documents.models import Source

# The assistance side's own frozen copies, and people's own calendars, are no facts of a State's account.
APART = ("AccountabilitySnapshot", "CalendarFeed")


def tables() -> list[type[models.Model]]:
    """Every table of accountability, with its history, but for what is no fact."""
    return [
        one
        for one in apps.get_app_config("accountability").get_models()
        if one._meta.managed and not one.__name__.removesuffix("Event").startswith(APART)
    ]


def checksum() -> str:
    """The SHA-256 over every row of every table, and over the sources that they name, in one question."""
    whole = sorted((one._meta.db_table, _key(one)) for one in tables())
    asked = " UNION ALL ".join(
        f"SELECT '{table}' AS name, count(*) AS rows,"
        f" md5(coalesce(string_agg(md5(t::text), '' ORDER BY t.{key}), '')) AS digest FROM {rows} t"
        for table, key, rows in (
            *((table, key, table) for table, key in whole),
            ("sources", "id", _sources()),
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return hashlib.sha256(repr(sorted(cursor.fetchall())).encode()).hexdigest()


def _sources() -> str:
    """The sources of what stands in these tables; where other records come from is no matter of theirs."""
    named = " UNION ".join(
        f"SELECT source_id FROM {one._meta.db_table}"
        for one in tables()
        if any(field.name == "source" for field in one._meta.concrete_fields)
    )
    return f"(SELECT * FROM {Source._meta.db_table} WHERE id IN ({named}))"


def _key(model: type[models.Model]) -> str:
    key = model._meta.pk
    assert key is not None
    return str(key.column)
