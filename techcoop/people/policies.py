"""The common ground of all policies: what is not allowed is refused."""

from django.core.exceptions import PermissionDenied

from techcoop.people.models import User
from techcoop.people.roles import Permission


def require(allowed: bool, why: str = "") -> None:
    """Refuse what a policy does not allow."""
    if not allowed:
        raise PermissionDenied(why)


def may_choose_language(user: User, person: User) -> bool:
    """Everybody chooses the own language."""
    return user.pk == person.pk


def may_manage_people(user: User) -> bool:
    """Whoever opens accounts and gives roles."""
    return user.can(Permission.MANAGE_PEOPLE)
