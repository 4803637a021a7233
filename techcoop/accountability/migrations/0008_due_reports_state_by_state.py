"""When reports are due, asked of each State by itself: a page of one State looks at no other's."""

from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


class Migration(migrations.Migration):
    dependencies = [("accountability", "0007_chinese_and_documents_in_the_search")]
    operations = [
        migrations.RunSQL(
            "DROP VIEW accountability_duereport; DROP FUNCTION IF EXISTS accountability_reports_of;"
            + (DATA / "due_reports.sql").read_text(encoding="utf-8"),
            migrations.RunSQL.noop,
        ),
    ]
