"""Who may take in records from outside: of assistance, and of that for which States account."""

from techcoop.intake.queries import kinds
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.roles import OF_ASSISTANCE
from techcoop.sheets.kinds import Kind


def may_import(user: User, kind: str) -> bool:
    """Records concern all States, so the role must be held without a limit to States."""
    known = kinds().get(kind)
    if known and known.is_of_the_account:
        return may_take_in_accountability(user)
    return user.can_everywhere(Permission.IMPORT_RECORDS)


def may_take_in_accountability(user: User) -> bool:
    """The system itself, or somebody for the mechanisms who has no part in assistance by any other role."""
    if user.is_machine:
        return True
    return user.can_everywhere(Permission.TAKE_IN_ACCOUNTABILITY) and not any(map(user.can, OF_ASSISTANCE))


def kinds_for(user: User) -> list[Kind]:
    """The kinds of records that somebody may take in."""
    return [kind for key, kind in kinds().items() if may_import(user, key)]


def may_say_why_not(user: User, kind: str) -> bool:
    """Who takes records in says why a file was not; the machine does, for one who may no longer."""
    return user.is_machine or may_import(user, kind)
