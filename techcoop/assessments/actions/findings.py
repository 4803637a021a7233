"""What an assessment finds: the needs, and those who were heard, whose words are read only on record."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from techcoop.assessments.actions.procedure import locked, opened
from techcoop.assessments.models import Consultation, Need, NeedsAssessment
from techcoop.assessments.policies import may_read_consultations
from techcoop.journal.actions import record
from techcoop.journal.queries import did
from techcoop.people.models import User
from techcoop.people.policies import made_before, require


@dataclass(frozen=True)
class Finding:
    """A need, as it is written down."""

    component: str
    statement: str
    proposed_action: str = ""
    priority: int = 1


@dataclass(frozen=True)
class Hearing:
    """A conversation, as it is written down; its reprs never print who spoke."""

    held_on: date
    voice: str
    women: int = 0
    men: int = 0
    others: int = 0
    groups: list[str] = field(default_factory=list)
    who: str = field(default="", repr=False)
    said: str = field(default="", repr=False)


@dataclass(frozen=True)
class Testimony:
    """What was opened: who spoke and what was said."""

    consultation: Consultation
    who: str = field(repr=False)
    said: str = field(repr=False)


@transaction.atomic
def add_need(
    assessment: NeedsAssessment, *, by: User, at: datetime, submission: UUID, finding: Finding
) -> Need:
    """Write down a need that was found."""
    assessment = opened(assessment, "add_need", by=by)
    if made := made_before(Need, submission, assessment_id=assessment.pk):
        require(did(by, "add_need", assessment, need=made.pk))
        return made
    need = Need.objects.create(assessment=assessment, submission=submission, **asdict(finding))
    record("add_need", assessment, by=by, at=at, details={"need": need.pk})
    return need


@transaction.atomic
def change_need(need: Need, *, by: User, at: datetime, finding: Finding) -> Need:
    """Write a need differently."""
    assessment = opened(need.assessment, "change_need", by=by)
    for name, value in asdict(finding).items():
        setattr(need, name, value)
    need.save(update_fields=list(asdict(finding)))
    record("change_need", assessment, by=by, at=at, details={"need": need.pk})
    return need


@transaction.atomic
def remove_need(need: Need, *, by: User, at: datetime) -> None:
    """Take a need out; the row history keeps it."""
    assessment = opened(need.assessment, "remove_need", by=by)
    record("remove_need", assessment, by=by, at=at, details={"need": need.pk})
    need.delete()


@transaction.atomic
def record_consultation(
    assessment: NeedsAssessment, *, by: User, at: datetime, submission: UUID, hearing: Hearing
) -> Consultation:
    """Keep what was heard; names and words are sealed, the journal says only that somebody was heard."""
    assessment = opened(assessment, "record_consultation", by=by)
    if made := made_before(Consultation, submission, assessment_id=assessment.pk):
        require(did(by, "record_consultation", assessment, consultation=made.pk))
        return made
    consultation = Consultation.objects.create(
        assessment=assessment, submission=submission, **asdict(hearing)
    )
    record("record_consultation", assessment, by=by, at=at, details={"consultation": consultation.pk})
    return consultation


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
