"""Scoring the needs: who does it, and what each of them gives."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.assessments.actions.procedure import locked, opened
from techcoop.assessments.models import NeedsAssessment, Score
from techcoop.assessments.policies import may_score
from techcoop.assessments.queries.priorities import possible_assessors, priorities_of, scale_of
from techcoop.assessments.statuses import UNSEEN
from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require


@transaction.atomic
def name_assessors(
    assessment: NeedsAssessment, *, people: Collection[User], by: User, at: datetime
) -> NeedsAssessment:
    """Say who scores the needs; whoever has scored already stays."""
    assessment = opened(assessment, "name_assessors", by=by)
    if set(people) - set(possible_assessors(assessment)):
        raise ValidationError({"people": _("Somebody named here does not assess the needs of this State.")})
    scored = Score.objects.filter(need__assessment=assessment).values("assessor")
    if set(User.objects.filter(pk__in=scored)) - set(people):
        raise ValidationError({"people": _("Somebody who has scored already is not named any more.")})
    assessment.assessors.set(people)
    record("name_assessors", assessment, by=by, at=at, details={"people": sorted(one.pk for one in people)})
    return assessment


@transaction.atomic
def score(
    assessment: NeedsAssessment, *, marks: Mapping[int, Mapping[str, int]], by: User, at: datetime
) -> NeedsAssessment:
    """Score needs on the criteria; once the others are seen, nothing is scored any more."""
    assessment = locked(assessment)
    require(may_score(by, assessment))
    only_while("score", assessment.status, UNSEEN)
    scale, seen = scale_of(assessment), _seen(assessment)
    known = {one.key for one in scale.criteria}
    for need in assessment.needs.filter(pk__in=marks).exclude(pk__in=seen):
        for criterion, value in marks[need.pk].items():
            if criterion not in known or not scale.least <= value <= scale.most:
                raise ValidationError(_("A score lies outside the scale."))
            Score.objects.update_or_create(
                need=need, assessor=by, criterion=criterion, defaults={"value": value}
            )
    # Who scored is no secret; what they gave is one until all have.
    record("score", assessment, by=by, at=at)
    return assessment


def _seen(assessment: NeedsAssessment) -> list[int]:
    """The needs whose scores everybody sees by now."""
    lines = priorities_of(assessment, tuple(assessment.needs.all())).lines
    return [line.need.pk for line in lines if line.mean is not None]
