"""Who may look at what the matcher finds."""

from techcoop.people.models import User
from techcoop.people.permissions import Permission


def may_place_themes(user: User) -> bool:
    """The coordinator, for all States at once: a theme means the same wherever it stands."""
    return user.can_everywhere(Permission.PLACE_THEMES)


def may_see_matches(user: User) -> bool:
    """Whoever sees the facts of accountability; they are public at their sources."""
    return user.can(Permission.SEE_ACCOUNTABILITY)
