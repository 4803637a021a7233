"""Who reads about money that belongs to no single project."""

from techcoop.people.models import User
from techcoop.people.permissions import Permission


def may_see_expenses(user: User) -> bool:
    """Whoever sees money beyond a single project: these lines are published, and belong to no State."""
    return user.can_for_some_state(Permission.SEE_MONEY)
