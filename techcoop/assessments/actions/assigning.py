"""An assessment passes to another officer: alone, or with everything else of a desk."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.assessments.actions.procedure import locked
from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.policies import may_assess, may_be_given
from techcoop.assessments.statuses import IN_PROGRESS
from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require


@transaction.atomic
def assign(assessment: NeedsAssessment, *, officer: User, by: User, at: datetime) -> NeedsAssessment:
    """Give an assessment that is in progress to another officer."""
    assessment = locked(assessment)
    require(may_assess(by, assessment))
    only_while("assign", assessment.status, IN_PROGRESS)
    if not may_be_given(officer, assessment):
        sentence = _("%(who)s does not assess the needs of all the States that this one concerns.")
        raise ValidationError({"officer": sentence % {"who": officer}})
    if assessment.desk_officer_id != officer.pk:
        assessment.desk_officer = officer
        assessment.save(update_fields=["desk_officer"])
        details = {"officer": officer.pk, "name": str(officer)}
        record("assign", assessment, by=by, at=at, details=details)
    return assessment
