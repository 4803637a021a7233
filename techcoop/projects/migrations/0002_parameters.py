"""Ship the thresholds of project approval as parameters with their source."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "parameters.json"


def ship(apps, schema_editor):
    Parameter = apps.get_model("programme", "Parameter")
    Parameter.objects.bulk_create(Parameter(**line) for line in json.loads(DATA.read_text()))


class Migration(migrations.Migration):

    dependencies = [
        ("projects", "0001_initial"),
        ("programme", "0001_initial"),
    ]

    operations = [migrations.RunPython(ship, migrations.RunPython.noop)]
