"""Initial reports are due of every party, by the treaty's own rule, though no cycle was taken in."""

from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


class Migration(migrations.Migration):
    dependencies = [("accountability", "0010_implementation_of_recommendations")]
    operations = [
        migrations.RunSQL(
            "DROP VIEW accountability_duereport; DROP FUNCTION IF EXISTS accountability_reports_of;"
            + (DATA / "due_reports.sql").read_text(encoding="utf-8"),
            migrations.RunSQL.noop,
        ),
    ]
