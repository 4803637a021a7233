"""Who works on a project: roles in it alone, given from a day until a day."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.journal.actions import record
from techcoop.people import actions as people
from techcoop.people.actions import Term
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.projects.actions.procedure import locked
from techcoop.projects.models import Membership, Project
from techcoop.projects.policies import may_end_role, may_give_role
from techcoop.projects.queries import held_at_the_same_time


@transaction.atomic
def give_role(
    project: Project, *, person: User, term: Term, by: User, at: datetime, submission: UUID
) -> Membership:
    """Give somebody a role in this project, and in no other."""
    project = locked(project)
    person = User.objects.select_for_update().get(pk=person.pk)
    require(may_give_role(by, project, person, term.role))
    if made := made_before(Membership, submission, project_id=project.pk):
        return made
    if held_at_the_same_time(project, person, term.role, term.starts_on, term.ends_on):
        raise ValidationError(
            {"role": _("This person holds this role in this project in these days already.")}
        )
    where = {"project": project.code}
    assignment = people.give_role_in(person, term, where=where, by=by, at=at)
    made = Membership.objects.create(project=project, assignment=assignment, submission=submission)
    details = {"name": person.name, "assignment": assignment.pk, **term.as_details()}
    record("give_role", project, by=by, at=at, details=details)
    return made


@transaction.atomic
def end_role(membership: Membership, *, on: date, by: User, at: datetime, why: str) -> Membership:
    """Let a role in this project end on a day."""
    project = locked(membership.project)
    membership = Membership.objects.select_related("project", "assignment__user").get(pk=membership.pk)
    require(may_end_role(by, membership))
    held = membership.assignment
    if held.ends_on != on:
        people.end_role_in(held, on=on, by=by, at=at, why=why)
        details = {"name": held.user.name, "assignment": held.pk, "role": held.role, "until": on.isoformat()}
        record("end_role", project, by=by, at=at, why=why, details=details)
    return membership
