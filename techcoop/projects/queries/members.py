"""Questions about the people of a project: who holds a role in it, which, from when until when."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.queries import visible_to as people_visible_to
from techcoop.people.roles import ROLES, Role
from techcoop.projects.models import Membership, Project


@dataclass(frozen=True)
class Member:
    """Somebody with a role in a project."""

    membership: Membership
    person: User
    role: Role
    starts_on: date
    ends_on: date | None
    is_over: bool


def members_of(project: Project) -> list[Member]:
    """Everybody who holds, held or will hold a role in a project alone, the newest first; one query."""
    return _told(project.memberships.select_related("project", "assignment__user"))


def memberships_of(person: User) -> list[Member]:
    """Every role that somebody holds, held or will hold in one project, the newest first; one query."""
    found = Membership.objects.filter(assignment__user=person)
    return _told(found.select_related("project", "assignment__user"))


def _told(memberships: QuerySet[Membership]) -> list[Member]:
    today = timezone.localdate()
    found = memberships.order_by("-assignment__starts_on", "-pk").defer("project__search")
    return [
        Member(
            membership=one,
            person=one.assignment.user,
            role=ROLES[one.assignment.role],
            starts_on=one.assignment.starts_on,
            ends_on=one.assignment.ends_on,
            is_over=one.assignment.ends_on is not None and one.assignment.ends_on < today,
        )
        for one in found
    ]


def memberships_visible_to(user: User) -> QuerySet[Membership]:
    """Those of the people whom somebody manages, and of the projects whose working notes somebody sees."""
    worked_on = Project.objects.visible_to(user).within(user, Permission.SEE_WORKING_NOTES)
    seen = Q(assignment__user__in=people_visible_to(user)) | Q(project__in=worked_on.values("pk"))
    return Membership.objects.filter(seen).select_related("project", "assignment__user")


def held_at_the_same_time(
    project: Project, person: User, role: str, starts_on: date, ends_on: date | None
) -> bool:
    """Whether somebody holds this role in this project on one of these days already."""
    held = project.memberships.filter(assignment__user=person, assignment__role=role)
    if ends_on:
        held = held.filter(assignment__starts_on__lte=ends_on)
    return held.filter(Q(assignment__ends_on=None) | Q(assignment__ends_on__gte=starts_on)).exists()
