"""What was available and spent is reported by older records alone: of a project kept here nobody said nought."""

from django.db import migrations

FORGET = """
    UPDATE projects_projectmoney AS money SET available = NULL, spent = NULL
      FROM projects_project AS project
     WHERE project.id = money.project_id AND project.source_id IS NULL"""


class Migration(migrations.Migration):
    """The noughts that stood there only because something had to stand there are taken out."""

    dependencies = [("projects", "0006_a_sum_that_nobody_knows_is_no_nought")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
