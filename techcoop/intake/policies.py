"""Who may take in records from outside."""

from techcoop.people.models import User
from techcoop.people.roles import Permission


def may_import(user: User) -> bool:
    """Records concern all States, so the role must be held without a limit to States."""
    return user.can_everywhere(Permission.IMPORT_RECORDS)


def may_say_why_not(user: User) -> bool:
    """Who takes records in says why a file was not; the machine does, for one who may no longer."""
    return user.is_machine or may_import(user)
