"""Who may take in records from outside."""

from techcoop.people.models import User
from techcoop.people.roles import Permission


def may_import(user: User) -> bool:
    """Records concern all States, so the role must be held without a limit to States."""
    return user.can_everywhere(Permission.IMPORT_RECORDS)
