"""A project passes to another officer: alone, or with everything else of a desk."""

from collections.abc import Iterable
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
from techcoop.requests.actions.telling import tell_what_is_given


@transaction.atomic
def assign(project: Project, *, officer: User, by: User, at: datetime) -> Project:
    """Give a project that is not over to another officer, who answers for it from now on and is told."""
    given = give([project], officer=officer, by=by, at=at)
    return given[0]


@transaction.atomic
def give(projects: Iterable[Project], *, officer: User, by: User, at: datetime) -> list[Project]:
    """Give projects to an officer, recorded for each; one mail tells of all that are new on the desk."""
    rows = [locked(one) for one in projects]
    new = [one for one in rows if one.desk_officer_id != officer.pk]
    for one in rows:
        _require_can_be_given(one, officer, by=by)
    for one in new:
        one.desk_officer = officer
        one.save(update_fields=["desk_officer"])
        record("assign", one, by=by, at=at, details={"officer": officer.pk, "name": str(officer)})
    if new and officer.pk != by.pk:
        tell_what_is_given("project", new, officer=officer, at=at)
    return rows


def _require_can_be_given(project: Project, officer: User, *, by: User) -> None:
    require(may_manage(by, project))
    only_while("assign", project.status, ON_A_DESK)
    if not may_be_desk_officer(officer, project.reach_ids):
        sentence = _("%(who)s does not manage projects in all the States that this one reaches.")
        raise ValidationError({"officer": sentence % {"who": officer}})
