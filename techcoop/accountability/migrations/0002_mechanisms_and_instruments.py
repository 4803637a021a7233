"""The mechanisms and the eighteen instruments, as the United Nations names them."""

import json
from datetime import date
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parent.parent / "data"


def read(name):
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def put_in(apps, schema_editor):
    Mechanism = apps.get_model("accountability", "Mechanism")
    Instrument = apps.get_model("accountability", "Instrument")
    Mechanism.objects.bulk_create(Mechanism(**one) for one in read("mechanisms"))
    treaties = {}
    for position, one in enumerate(read("instruments"), start=1):
        one["main_treaty"] = treaties.get(one.get("main_treaty"))
        one["adopted_on"] = date.fromisoformat(one["adopted_on"])
        treaties[one["code"]] = Instrument.objects.create(position=position, **one)


class Migration(migrations.Migration):
    dependencies = [("accountability", "0001_initial")]
    operations = [migrations.RunPython(put_in, migrations.RunPython.noop)]
