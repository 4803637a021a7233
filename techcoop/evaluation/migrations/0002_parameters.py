"""The parameters of the synthesis, as they can change."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "parameters.json"


def load(apps, schema_editor):
    data = json.loads(DATA.read_text(encoding="utf-8"))
    Parameter = apps.get_model("programme", "Parameter")
    Parameter.objects.bulk_create(
        Parameter(
            name=name,
            value=value,
            effective_from=data["effective_from"],
            source=data["source"],
            is_verified=False,
        )
        for name, value in data["values"].items()
    )


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_initial"), ("programme", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
