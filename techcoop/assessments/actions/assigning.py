"""An assessment passes to another officer: alone, or with everything else of a desk."""

from collections.abc import Iterable
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
from techcoop.requests.actions.telling import tell_what_is_given


@transaction.atomic
def assign(assessment: NeedsAssessment, *, officer: User, by: User, at: datetime) -> NeedsAssessment:
    """Give an assessment that is in progress to another officer, who is told."""
    given = give([assessment], officer=officer, by=by, at=at)
    return given[0]


@transaction.atomic
def give(
    assessments: Iterable[NeedsAssessment], *, officer: User, by: User, at: datetime
) -> list[NeedsAssessment]:
    """Give assessments to an officer, recorded for each; one mail tells of all that are new on the desk."""
    rows = [locked(one) for one in assessments]
    new = [one for one in rows if one.desk_officer_id != officer.pk]
    for one in rows:
        _require_can_be_given(one, officer, by=by)
    for one in new:
        one.desk_officer = officer
        one.save(update_fields=["desk_officer"])
        record("assign", one, by=by, at=at, details={"officer": officer.pk, "name": str(officer)})
    if new and officer.pk != by.pk:
        tell_what_is_given("assessment", new, officer=officer, at=at)
    return rows


def _require_can_be_given(assessment: NeedsAssessment, officer: User, *, by: User) -> None:
    require(may_assess(by, assessment))
    only_while("assign", assessment.status, IN_PROGRESS)
    if not may_be_given(officer, assessment):
        sentence = _("%(who)s does not assess the needs of all the States that this one concerns.")
        raise ValidationError({"officer": sentence % {"who": officer}})
