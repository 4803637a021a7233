"""The system itself as an actor: it never signs in, and its acts are recorded as its own."""

from datetime import date

from django.db import migrations

MACHINE = "machine@techcoop.invalid"


def make(apps, schema_editor):
    User = apps.get_model("people", "User")
    Assignment = apps.get_model("people", "Assignment")
    machine, made = User.objects.get_or_create(
        email=MACHINE,
        # No password is ever equal to a lone exclamation mark.
        defaults={"name": "techcoop", "password": "!", "is_active": False, "is_machine": True},
    )
    if made:
        Assignment.objects.create(user=machine, role="machine", everywhere=True, starts_on=date(1955, 1, 1))


class Migration(migrations.Migration):
    """Opens the machine's account."""

    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
