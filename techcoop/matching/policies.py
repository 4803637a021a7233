"""Who may look at what the matcher finds."""

from techcoop.people.models import User
from techcoop.people.roles import Permission


def may_see_matches(user: User) -> bool:
    """Whoever sees the facts of accountability; they are public at their sources."""
    return user.can(Permission.SEE_ACCOUNTABILITY)
