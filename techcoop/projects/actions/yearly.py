"""The yearly record of a running project: for what its States account is frozen once a year."""

from datetime import datetime

from django.db import transaction

from techcoop.accountability.actions import freeze
from techcoop.accountability.models import SnapshotOccasion
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.projects.actions.procedure import locked
from techcoop.projects.models import Project
from techcoop.projects.policies import may_keep_the_year
from techcoop.projects.queries import projects_without_their_year


@transaction.atomic
def keep_the_year(project: Project, *, by: User, at: datetime) -> dict[str, str]:
    """Freeze the account of the States for the annual report; what is frozen for the year already stays."""
    project = locked(project)
    require(may_keep_the_year(by))
    if not projects_without_their_year(at).filter(pk=project.pk).exists():
        return {}
    occasion = SnapshotOccasion.ANNUAL_REPORT
    frozen = freeze(project, state_ids=project.reach_ids, occasion=occasion, at=at)
    record("keep_the_year", project, by=by, at=at, details={"snapshots": frozen})
    return frozen
