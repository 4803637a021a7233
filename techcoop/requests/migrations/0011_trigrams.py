"""Subjects can be compared by their letters; from which share on a request counts as similar is a parameter."""

import json
from pathlib import Path

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "similar.json"


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
    dependencies = [("requests", "0010_ground"), ("programme", "0001_initial")]
    operations = [TrigramExtension(), migrations.RunPython(load, migrations.RunPython.noop)]
