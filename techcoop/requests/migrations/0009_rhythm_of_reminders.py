"""How many days before and after its day a request is brought to mind: parameters that can change."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "reminders.json"


def load(apps, schema_editor):
    data = json.loads(DATA.read_text(encoding="utf-8"))
    parameter = apps.get_model("programme", "Parameter")
    parameter.objects.bulk_create(
        parameter(
            name=name,
            value=value,
            effective_from=data["effective_from"],
            source=data["source"],
            is_verified=False,
        )
        for name, value in data["parameters"].items()
    )


class Migration(migrations.Migration):
    dependencies = [("requests", "0008_reminders"), ("programme", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
