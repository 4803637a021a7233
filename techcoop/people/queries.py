"""Questions about people."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Prefetch, Q, QuerySet, Value

from techcoop.people.models import Assignment, AssignmentQuerySet, User
from techcoop.people.roles import ROLES, Permission, Role

MACHINE = "machine@techcoop.invalid"


def the_machine() -> User:
    """The system itself, as an actor: it has an account, a role, and its acts are recorded as its own."""
    return User.objects.get(email=MACHINE)


@dataclass(frozen=True)
class RoleInWords:
    """A role that somebody holds today, as the person reads it."""

    role: Role
    everywhere: bool
    regions: tuple[str, ...]
    states: tuple[str, ...]
    starts_on: date
    ends_on: date | None


def roles_held_by(user: User) -> list[RoleInWords]:
    """The roles that somebody holds today, with their reach in words."""
    held = user.assignments.current().prefetch_related("regions", "states").order_by("role")
    return [
        RoleInWords(
            role=ROLES[one.role],
            everywhere=one.everywhere,
            regions=tuple(sorted(region.name for region in one.regions.all())),
            states=tuple(sorted(state.name for state in one.states.all())),
            starts_on=one.starts_on,
            ends_on=one.ends_on,
        )
        for one in held
        if one.role in ROLES
    ]


def visible_to(user: User) -> QuerySet[User]:
    """Every account but the system's own, for whoever manages people; none for anybody else."""
    people = User.objects.filter(is_machine=False)
    return people if user.can_everywhere(Permission.MANAGE_PEOPLE) else people.none()


def _with_reach(assignments: AssignmentQuerySet) -> AssignmentQuerySet:
    """Assignments with the names of their regions and States; the same query."""
    return assignments.annotate(region_names=_names("regions"), state_names=_names("states"))


def _names(path: str) -> ArrayAgg:
    there = Q(**{f"{path}__isnull": False})
    return ArrayAgg(f"{path}__names", filter=there, distinct=True, default=Value([]))


def with_roles(people: QuerySet[User]) -> QuerySet[User]:
    """People with the roles that they hold today and their reach; one query more."""
    held = _with_reach(Assignment.objects.current()).order_by("role", "pk")
    return people.prefetch_related(Prefetch("assignments", held, to_attr="roles_today"))


def assignments_of(person: User) -> QuerySet[Assignment]:
    """Every role that somebody holds, held or will hold, the newest first; one query."""
    return _with_reach(Assignment.objects.filter(user=person)).order_by("-starts_on", "-pk")
