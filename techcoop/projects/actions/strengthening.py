"""What became of the national structures that a project strengthens: what remains when it is over."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from techcoop.journal.actions import record, require_unchanged
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.projects.actions.procedure import locked
from techcoop.projects.models import Project
from techcoop.projects.policies import may_manage
from techcoop.projects.statuses import WITH_OUTCOMES

# The part of a project that says what became of its structures.
OUTCOMES = "outcomes"


@transaction.atomic
def tell_outcomes(
    project: Project, *, by: User, at: datetime, outcomes: Mapping[int, str], seen: int
) -> Project:
    """Say what became of each structure, until the accounts are closed; nobody's words are written over."""
    project = locked(project)
    require(may_manage(by, project))
    only_while("tell_outcomes", project.status, WITH_OUTCOMES)
    require_unchanged(project, since=seen, part=OUTCOMES)
    for structure in project.structures.filter(pk__in=outcomes):
        structure.outcome = outcomes[structure.pk].strip()
        structure.save(update_fields=["outcome"])
    record("tell_outcomes", project, by=by, at=at, details={"part": OUTCOMES})
    return project
