"""Who may read the facts of accountability; nobody may write them."""

from techcoop.people.models import User
from techcoop.people.permissions import Permission


def may_see_accountability(user: User) -> bool:
    """Whoever holds a role that shows them: the facts are public, of every State alike."""
    return user.is_authenticated and user.can(Permission.SEE_ACCOUNTABILITY)
