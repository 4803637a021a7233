"""A subject belongs to a component by what is asked for, not by whom it is about: read from the data anew."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "subjects.json"


def read_anew(apps, schema_editor):
    data = json.loads(DATA.read_text(encoding="utf-8"))
    subject = apps.get_model("matching", "Subject")
    for one in data["subjects"]:
        subject.objects.filter(code=one["code"]).update(
            components=one["components"], source=data["source"], effective_from=data["effective_from"]
        )


class Migration(migrations.Migration):
    dependencies = [("matching", "0005_how_records_begin_and_stay")]
    operations = [migrations.RunPython(read_anew, migrations.RunPython.noop)]
