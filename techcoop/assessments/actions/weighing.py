"""Weighing the four inputs, and reading what is sealed."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.assessments.actions.procedure import locked, opened
from techcoop.assessments.models import Consultation, Input, Need, NeedsAssessment, WeighedInput, part_of
from techcoop.assessments.policies import may_read_consultations
from techcoop.assessments.queries import proposed_for_need, recommendations_to
from techcoop.journal.actions import record, require_unchanged
from techcoop.matching.actions import judge
from techcoop.people.models import User
from techcoop.people.policies import require


@dataclass(frozen=True)
class Weighing:
    """What was made of one of the four inputs."""

    source: Input
    considered: str = ""
    conclusion: str = ""
    why_none: str = ""


@dataclass(frozen=True)
class Testimony:
    """What was opened: who spoke and what was said."""

    consultation: Consultation
    who: str = field(repr=False)
    said: str = field(repr=False)


@transaction.atomic
def weigh_input(
    assessment: NeedsAssessment, *, what: Weighing, seen: int, by: User, at: datetime
) -> WeighedInput:
    """Write what was considered of an input and concluded, or why there was nothing."""
    assessment = opened(assessment, "weigh_input", by=by)
    if what.why_none.strip() and (what.considered.strip() or what.conclusion.strip()):
        sentence = _("Either something was considered, or it is said why there was nothing: not both.")
        raise ValidationError({"why_none": sentence})
    weighed = assessment.inputs.filter(source=what.source).first() or WeighedInput(
        assessment=assessment, source=what.source
    )
    require_unchanged(assessment, since=seen, part=part_of(what.source))
    weighed.considered, weighed.conclusion = what.considered.strip(), what.conclusion.strip()
    weighed.why_none = what.why_none.strip()
    weighed.save()
    record("weigh_input", assessment, by=by, at=at, details={"part": part_of(what.source)})
    return weighed


@transaction.atomic
def trace_need(
    need: Need, *, cite: Collection[int], refuse: Collection[int] = (), by: User, at: datetime
) -> NeedsAssessment:
    """Say which recommendations name a need, or that proposed ones do not; the assessment cites those."""
    assessment = opened(need.assessment, "trace_need", by=by)
    need = assessment.needs.get(pk=need.pk)
    judge(need, proposed_for_need(need), confirmed=cite, refused=refuse, by=by, at=at)
    naming = recommendations_to(assessment).filter(pk__in=cite, withdrawn_on=None)
    assessment.recommendations.add(*naming)
    need.recommendations.add(*naming)
    details = {"part": need.part, "cite": sorted(cite), "refuse": sorted(refuse)}
    record("trace_need", assessment, by=by, at=at, details=details)
    return assessment


@transaction.atomic
def read_consultation(consultation: Consultation, *, by: User, at: datetime, why: str = "") -> Testimony:
    """Open who spoke and what was said; the reading itself goes into the journal first."""
    assessment = locked(consultation.assessment)
    require(may_read_consultations(by, assessment))
    record(
        "read_consultation",
        assessment,
        by=by,
        at=at,
        why=why,
        details={"consultation": consultation.pk},
    )
    sealed = Consultation.objects.get(pk=consultation.pk)
    return Testimony(sealed, str(sealed.who), str(sealed.said))
