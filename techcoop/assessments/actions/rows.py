"""Writing the tables of an assessment, row by row: several people at once, and nobody over another."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.assessments.actions.procedure import opened
from techcoop.assessments.models import Consultation, NeedsAssessment, Row
from techcoop.assessments.policies import may_read_consultations
from techcoop.assessments.queries import recommendations_to
from techcoop.journal.actions import record, require_unchanged
from techcoop.journal.queries import did
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by, made_before, require

AnyRow = TypeVar("AnyRow", bound=Row)


@transaction.atomic
def add_row(
    assessment: NeedsAssessment,
    *,
    kind: type[AnyRow],
    what: Mapping[str, Any],
    submission: UUID,
    by: User,
    at: datetime,
) -> AnyRow:
    """Write down a need, an institution, a conversation or another row; a form sent twice makes one."""
    assessment = opened(assessment, f"add_{kind.NOUN}", by=by)
    if made := made_before(kind, submission, assessment_id=assessment.pk):
        require(did(by, f"add_{kind.NOUN}", assessment, part=made.part))
        return made
    row = kind(assessment=assessment, submission=submission)
    _write(row, assessment, what, at=at)
    record(f"add_{kind.NOUN}", assessment, by=by, at=at, details={"part": row.part})
    return row


@transaction.atomic
def change_row(row: AnyRow, *, what: Mapping[str, Any], seen: int, by: User, at: datetime) -> AnyRow:
    """Write a row differently, unless somebody else did so since it was read."""
    assessment = opened(row.assessment, f"change_{row.NOUN}", by=by)  # type: ignore[attr-defined]
    _keep_sealed(assessment, row, by=by)
    # What is sealed stays closed: a change writes over it, or leaves it as it is.
    row = type(row)._default_manager.defer(*row.SEALED).get(pk=row.pk)
    require_unchanged(assessment, since=seen, part=row.part)
    _write(row, assessment, what, at=at)
    record(f"change_{row.NOUN}", assessment, by=by, at=at, details={"part": row.part})
    return row


@transaction.atomic
def remove_row(row: Row, *, by: User, at: datetime) -> None:
    """Take a row out; the row history keeps it, but for what is sealed, which is gone."""
    assessment = opened(row.assessment, f"remove_{row.NOUN}", by=by)  # type: ignore[attr-defined]
    _keep_sealed(assessment, row, by=by)
    record(f"remove_{row.NOUN}", assessment, by=by, at=at, details={"part": row.part})
    row.delete()


def _keep_sealed(assessment: NeedsAssessment, row: Row, *, by: User) -> None:
    """Who may not read a conversation neither changes nor erases it: its small numbers tell of people."""
    require(not row.SEALED or may_read_consultations(by, assessment), done_by(Permission.READ_PROTECTED))


def _write(row: Row, assessment: NeedsAssessment, what: Mapping[str, Any], *, at: datetime) -> None:
    """Put what was typed into the row, as far as people write it."""
    _refuse_others(row, assessment, what)
    if isinstance(row, Consultation) and what.get("held_on") and what["held_on"] > at.date():
        raise ValidationError({"held_on": _("This day has not come yet.")})
    many = {field.name for field in row._meta.many_to_many}
    written = {name: what[name] for name in row.WRITTEN if name in what}
    for name, value in written.items():
        if name not in many:
            setattr(row, name, value)
    row.save(update_fields=list(set(written) - many) if row.pk else None)
    for name in many & set(written):
        getattr(row, name).set(written[name])


def _refuse_others(row: Row, assessment: NeedsAssessment, what: Mapping[str, Any]) -> None:
    """What a row points to belongs to the same assessment, or was said to the same State."""
    sentence = _("This belongs to another assessment.")
    if set(what.get("recommendations", ())) - set(assessment.recommendations.defer("search")):
        raise ValidationError({"recommendations": sentence})
    if set(what.get("needs", ())) - set(assessment.needs.all()):
        raise ValidationError({"needs": sentence})
    named = what.get("recommendation")
    if named and not recommendations_to(assessment).filter(pk=named.pk).exists():
        raise ValidationError({"recommendation": _("This recommendation was made to another State.")})
