"""The life of a project: from approval to the closing of its accounts."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.accountability.actions import freeze
from techcoop.accountability.models import SnapshotOccasion
from techcoop.documents import actions as documents
from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.projects.models import Project
from techcoop.projects.policies import may_approve, may_close, may_manage
from techcoop.projects.practices import missing_for_approval
from techcoop.projects.queries import doubtful_in
from techcoop.projects.statuses import WITH_REASONS


@transaction.atomic
def approve(project: Project, *, by: User, at: datetime, why: str = "") -> Project:
    """Approve the project document; nothing of what approval asks for is missing."""
    project = locked(project)
    require(may_approve(by, project))
    if missing := missing_for_approval(project, today=at.date()):
        raise ValidationError([str(one.sentence) for one in missing])
    project.approved_by, project.approved_on = by, at.date()
    return _moved(project, "approve", by=by, at=at, why=why, occasion=SnapshotOccasion.APPROVAL)


@transaction.atomic
def start(project: Project, *, by: User, at: datetime, why: str = "") -> Project:
    """The project becomes operational."""
    return _managed(project, "start", by=by, at=at, why=why)


@transaction.atomic
def suspend(project: Project, *, by: User, at: datetime, why: str) -> Project:
    """Hold the project up for reasons that are written down."""
    return _managed(project, "suspend", by=by, at=at, why=why)


@transaction.atomic
def resume(project: Project, *, by: User, at: datetime, why: str = "") -> Project:
    """Take a suspended project up again."""
    return _managed(project, "resume", by=by, at=at, why=why)


@transaction.atomic
def complete(project: Project, *, by: User, at: datetime, why: str = "") -> Project:
    """The activities are over; the accounts are still open."""
    return _managed(project, "complete", by=by, at=at, why=why)


@transaction.atomic
def close(project: Project, *, by: User, at: datetime, why: str = "") -> Project:
    """Close the accounts of a completed project."""
    project = locked(project)
    require(may_close(by, project))
    return _moved(project, "close", by=by, at=at, why=why, occasion=SnapshotOccasion.CLOSURE)


@transaction.atomic
def cancel(project: Project, *, by: User, at: datetime, why: str) -> Project:
    """Give a project up before it began, with reasons."""
    return _managed(project, "cancel", by=by, at=at, why=why)


@transaction.atomic
def terminate(project: Project, *, by: User, at: datetime, why: str) -> Project:
    """End a running project before its time, with reasons."""
    return _managed(project, "terminate", by=by, at=at, why=why)


@transaction.atomic
def attach(project: Project, *, paper: Paper, by: User, at: datetime) -> Document:
    """Keep a paper with the project."""
    project = locked(project)
    require(may_manage(by, project))
    return documents.attach(paper, to=project, by=by, at=at)


def locked(project: Project) -> Project:
    """The project as it is now, held until the end of the act."""
    return Project.objects.select_for_update().defer("search").get(pk=project.pk)


def _managed(project: Project, act: str, *, by: User, at: datetime, why: str) -> Project:
    project = locked(project)
    require(may_manage(by, project))
    if act in WITH_REASONS and not why.strip():
        raise ValidationError({"why": _("Give the reasons.")})
    return _moved(project, act, by=by, at=at, why=why)


def _moved(
    project: Project, act: str, *, by: User, at: datetime, why: str, occasion: SnapshotOccasion | None = None
) -> Project:
    """Move, save and record: the last three beats of every act on a project."""
    project.move(act)
    project.status_since = at
    project.save(update_fields=["status", "status_since", "approved_by", "approved_on"])
    details: dict[str, Any] = {}
    if occasion:
        frozen = freeze(project, state_ids=project.reach_ids, occasion=occasion, at=at)
        details = {"snapshots": frozen}
    if occasion == SnapshotOccasion.APPROVAL and (words := doubtful_in(project)):
        details["went on with"] = words
    record(act, project, by=by, at=at, why=why, details=details)
    return project
