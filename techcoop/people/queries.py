"""Questions about people."""

from dataclasses import dataclass
from datetime import date

from techcoop.people.models import User
from techcoop.people.roles import ROLES, Role

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
