"""A project passes to another officer: alone, or with everything else of a desk."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.projects.actions.procedure import locked
from techcoop.projects.models import Project
from techcoop.projects.policies import may_be_desk_officer, may_manage
from techcoop.projects.statuses import ON_A_DESK


@transaction.atomic
def assign(project: Project, *, officer: User, by: User, at: datetime) -> Project:
    """Give a project that is not over to another officer, who answers for it from now on."""
    project = locked(project)
    require(may_manage(by, project))
    only_while("assign", project.status, ON_A_DESK)
    if not may_be_desk_officer(officer, project.reach_ids):
        sentence = _("%(who)s does not manage projects in all the States that this one reaches.")
        raise ValidationError({"officer": sentence % {"who": officer}})
    if project.desk_officer_id != officer.pk:
        project.desk_officer = officer
        project.save(update_fields=["desk_officer"])
        record("assign", project, by=by, at=at, details={"officer": officer.pk, "name": str(officer)})
    return project
