"""Periods as parameters that can change, and the view that counts with them when a report is due."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


def load(apps, schema_editor):
    Parameter = apps.get_model("programme", "Parameter")
    Parameter.objects.bulk_create(
        Parameter(**one) for one in json.loads((DATA / "periods.json").read_text(encoding="utf-8"))
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accountability", "0004_facts_of_the_account"),
        ("programme", "0001_initial"),
    ]
    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunSQL(
            (DATA / "due_reports.sql").read_text(encoding="utf-8"),
            "DROP VIEW accountability_duereport; DROP FUNCTION accountability_reports_of, accountability_latest_day",
        ),
    ]
