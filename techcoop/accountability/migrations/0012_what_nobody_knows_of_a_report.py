"""A report is overdue where a source says so; of one that only the rule makes due nobody knows."""

from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


class Migration(migrations.Migration):
    dependencies = [("accountability", "0011_initial_reports_of_every_party")]
    operations = [
        migrations.RunSQL(
            "DROP VIEW accountability_duereport; DROP FUNCTION IF EXISTS accountability_reports_of;"
            + (DATA / "due_reports.sql").read_text(encoding="utf-8"),
            migrations.RunSQL.noop,
        ),
    ]
