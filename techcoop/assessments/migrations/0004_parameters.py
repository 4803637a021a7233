"""The parameters of assessments, as they can change."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "parameters.json"


def load(apps, schema_editor):
    Parameter = apps.get_model("programme", "Parameter")
    Parameter.objects.bulk_create(
        Parameter(is_verified=False, **one) for one in json.loads(DATA.read_text(encoding="utf-8"))
    )


class Migration(migrations.Migration):
    dependencies = [("assessments", "0003_tables_and_inputs"), ("programme", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
