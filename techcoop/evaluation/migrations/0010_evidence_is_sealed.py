"""Evidence stood in plain words; it is sealed in its place, and so are its earlier rows."""

from collections.abc import Callable

import techcoop.protection.fields
from django.db import migrations
from techcoop.protection import keys

PLACE = "evaluation_evidence.description"
TABLES = {"evaluation_evidence": "id", "evaluation_evidenceevent": "pgh_id"}


def rewritten(cursor, into: Callable[[str], str]) -> None:
    """The words stay the same: neither is an earlier row kept of them in plain words, nor is a rule asked."""
    for table, key in TABLES.items():
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"SELECT {key}, description FROM {table}")
        rows = [(into(text), pk) for pk, text in cursor.fetchall()]
        cursor.executemany(f"UPDATE {table} SET description = %s WHERE {key} = %s", rows)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def seal(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        rewritten(cursor, lambda text: keys.seal(text, place=PLACE))


def unseal(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        rewritten(cursor, lambda text: keys.unseal(text, place=PLACE))


class Migration(migrations.Migration):
    dependencies = [
        ("evaluation", "0009_what_was_there_before"),
    ]

    operations = [
        migrations.AlterField(
            model_name='evidence',
            name='description',
            field=techcoop.protection.fields.EncryptedTextField(verbose_name='what it is'),
        ),
        migrations.AlterField(
            model_name='evidenceevent',
            name='description',
            field=techcoop.protection.fields.EncryptedTextField(verbose_name='what it is'),
        ),
        migrations.RunPython(seal, unseal),
    ]
