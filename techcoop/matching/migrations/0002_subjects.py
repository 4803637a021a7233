"""The subjects, as the programme reads the taxonomies of the sources."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "subjects.json"


def load(apps, schema_editor):
    data = json.loads(DATA.read_text(encoding="utf-8"))
    subject = apps.get_model("matching", "Subject")
    subject.objects.bulk_create(
        subject(position=place, effective_from=data["effective_from"], source=data["source"], **one)
        for place, one in enumerate(data["subjects"], start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("matching", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
