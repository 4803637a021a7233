"""In how many days a request should leave each status: targets of our own, as parameters that can change."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "targets.json"


def load(apps, schema_editor):
    data = json.loads(DATA.read_text(encoding="utf-8"))
    apps.get_model("programme", "Parameter").objects.bulk_create(
        apps.get_model("programme", "Parameter")(
            name=f"requests.target_days.{status}",
            value=days,
            effective_from=data["effective_from"],
            source=data["source"],
            is_verified=False,
        )
        for status, days in data["days"].items()
    )


class Migration(migrations.Migration):
    dependencies = [("requests", "0001_initial"), ("programme", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
