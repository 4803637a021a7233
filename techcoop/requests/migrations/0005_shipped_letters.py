"""The wordings of letters with which the system starts, in three languages; coordinators replace them."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "letters.json"


def load(apps, schema_editor):
    data = json.loads(DATA.read_text(encoding="utf-8"))
    template = apps.get_model("requests", "LetterTemplate")
    template.objects.bulk_create(
        template(effective_from=data["effective_from"], source=data["source"], **letter)
        for letter in data["letters"]
    )


class Migration(migrations.Migration):
    dependencies = [("requests", "0004_letters")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
