"""What becomes of a draft: validated, signed off by desk and division, approved, sent back, superseded."""

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.actions.procedure import locked, moved
from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.policies import may_approve, may_assess, may_clear, may_judge
from techcoop.assessments.queries import contents_of, doubtful_in, missing_in, replaced_by, successors_of
from techcoop.assessments.statuses import SIGNED_OFF_WHILE
from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require

REASONS_ARE_MISSING = _("Give the reasons.")
NOT_CLEARED = _("No substantive division has signed it off.")
VALIDATION = ("validated_on", "validated_with", "validated_by")
CLEARANCE = ("cleared_by", "cleared_on")


@transaction.atomic
def validate(
    assessment: NeedsAssessment, *, by: User, at: datetime, on: date, validated_with: str
) -> NeedsAssessment:
    """Record when and with whom the draft was validated, and sign it off for the desk."""
    assessment = locked(assessment)
    require(may_assess(by, assessment))
    if on > at.date():
        raise ValidationError({"on": _("This day has not come yet.")})
    if assessment.consultations.filter(held_on__gt=on).exists():
        raise ValidationError({"on": _("Somebody was heard after this day: validate afterwards.")})
    if not validated_with.strip():
        raise ValidationError({"validated_with": _("Say with whom it was validated.")})
    assessment.validated_on, assessment.validated_with = on, validated_with.strip()
    assessment.validated_by = by
    return moved(assessment, "validate", by=by, at=at, also=VALIDATION)


@transaction.atomic
def clear(assessment: NeedsAssessment, *, by: User, at: datetime, why: str = "") -> NeedsAssessment:
    """Sign the assessment off for a substantive division, beside the desk."""
    assessment = locked(assessment)
    require(may_clear(by, assessment))
    only_while("clear", assessment.status, SIGNED_OFF_WHILE)
    assessment.cleared_by, assessment.cleared_on = by, at.date()
    assessment.save(update_fields=CLEARANCE)
    record("clear", assessment, by=by, at=at, why=why)
    return assessment


@transaction.atomic
def approve(
    assessment: NeedsAssessment, *, by: User, at: datetime, why: str = "", replaces: Collection[int] = ()
) -> NeedsAssessment:
    """Approve the assessment; projects may stand on it, and it takes the place of the earlier ones named.

    Whoever approves it for a substantive division signs it off with it, where nobody has done so before.
    """
    assessment = locked(assessment)
    require(may_approve(by, assessment))
    contents = contents_of(assessment)
    if missing := missing_in(contents):
        raise ValidationError([one.sentence for one in missing])
    if not assessment.cleared_by_id:
        require(may_clear(by, assessment), str(NOT_CLEARED))
        assessment.cleared_by, assessment.cleared_on = by, at.date()
    assessment.approved_by, assessment.approved_on = by, at.date()
    also = ("approved_by", "approved_on", *CLEARANCE)
    assessment.move("approve")
    assessment.status_since = at
    assessment.save(update_fields=["status", "status_since", *also])
    words = doubtful_in(contents)
    record("approve", assessment, by=by, at=at, why=why, details={"went on with": words} if words else {})
    for earlier in replaced_by(assessment).filter(pk__in=replaces):
        supersede(earlier, by=by, at=at, why=why, successor=assessment)
    return assessment


@transaction.atomic
def send_back(assessment: NeedsAssessment, *, by: User, at: datetime, why: str) -> NeedsAssessment:
    """Return the draft to those who wrote it, with reasons."""
    assessment = locked(assessment)
    require(may_judge(by, assessment))
    _needs_reasons(why)
    assessment.drafted_by = assessment.validated_on = assessment.validated_by = None
    assessment.cleared_by = assessment.cleared_on = None
    assessment.validated_with = ""
    also = ("drafted_by", *VALIDATION, *CLEARANCE)
    return moved(assessment, "send_back", by=by, at=at, why=why, also=also)


@transaction.atomic
def supersede(
    assessment: NeedsAssessment, *, by: User, at: datetime, why: str, successor: NeedsAssessment
) -> NeedsAssessment:
    """Say which later assessment takes the place of this one, and why; new projects stand on that one."""
    assessment = locked(assessment)
    require(may_judge(by, assessment))
    _needs_reasons(why)
    if not successors_of(assessment).filter(pk=successor.pk).exists():
        sentence = _("It is superseded by a later assessment of the same State that is approved.")
        raise ValidationError({"successor": sentence})
    assessment.superseded_by = successor
    return moved(assessment, "supersede", by=by, at=at, why=why, also=("superseded_by",))


def _needs_reasons(why: str) -> None:
    """Some acts are not done without a word of explanation."""
    if not why.strip():
        raise ValidationError(REASONS_ARE_MISSING)
