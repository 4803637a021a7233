"""Ship how the practices of this app stand from the beginning, each with its source."""

from pathlib import Path

from django.db import migrations

from techcoop.programme.practices import ship

PRACTICES = Path(__file__).resolve().parent.parent / "data" / "practices.json"


class Migration(migrations.Migration):

    dependencies = [
        ("delivery", "0010_what_stays_once_it_was_approved"),
        ("programme", "0005_practices"),
    ]

    operations = [migrations.RunPython(ship(PRACTICES), migrations.RunPython.noop)]
