"""Which themes concern a component is said once, by the subjects in which they meet."""

from django.db import migrations


def forget(apps, schema_editor):
    parameter = apps.get_model("programme", "Parameter")
    parameter.objects.filter(name="assessments.components_of_themes").delete()


class Migration(migrations.Migration):
    dependencies = [("assessments", "0005_scores"), ("programme", "0002_row_history_is_never_emptied")]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
