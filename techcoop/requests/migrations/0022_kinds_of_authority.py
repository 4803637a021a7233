"""A State that signed as a regional organisation, or the other way round, said what cannot be.

For an organisation there is one kind; of a State it is no longer known, and shown as not recorded. The row
history keeps what stood there, and the journal what was endorsed.
"""

from django.db import migrations

GUARDS = (
    "pgtrigger_what_was_endorsed_stays_as_it_was_said_f15d9",
    "pgtrigger_what_was_decided_stays_as_it_was_decided_4d156",
)
SET_RIGHT = """
UPDATE requests_staterequest
   SET signatory_kind = CASE WHEN organization_id IS NULL THEN '' ELSE 'regional' END
 WHERE (status NOT IN ('received', 'withdrawn') OR endorsed_at IS NOT NULL)
   AND signatory_kind NOT IN ('', 'united_nations', 'civil_society')
   AND (signatory_kind = 'regional') <> (organization_id IS NOT NULL)
"""


def set_right(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for guard in GUARDS:
            cursor.execute(f"ALTER TABLE requests_staterequest DISABLE TRIGGER {guard}")
        cursor.execute(SET_RIGHT)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for guard in GUARDS:
            cursor.execute(f"ALTER TABLE requests_staterequest ENABLE TRIGGER {guard}")


class Migration(migrations.Migration):
    """Gives every registered or endorsed request a kind of authority that fits whoever asked."""

    dependencies = [("requests", "0021_what_stays_once_it_was_approved")]
    operations = [migrations.RunPython(set_right, migrations.RunPython.noop)]
