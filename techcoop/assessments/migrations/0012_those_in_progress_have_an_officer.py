"""Whoever has the request has its assessment in progress, else whoever commissioned it: so it was shown before."""

from django.db import migrations

GIVE = """
UPDATE assessments_needsassessment AS one
   SET desk_officer_id = COALESCE(asked.desk_officer_id, one.created_by_id)
  FROM requests_staterequest AS asked
 WHERE asked.id = one.state_request_id AND one.desk_officer_id IS NULL
   AND one.status IN ('terms_of_reference', 'under_way', 'draft', 'validated')
"""


class Migration(migrations.Migration):
    """Gives each assessment in progress to somebody."""

    dependencies = [("assessments", "0011_officers_of_assessments"), ("requests", "0019_what_must_hold")]
    operations = [migrations.RunSQL(GIVE, migrations.RunSQL.noop)]
