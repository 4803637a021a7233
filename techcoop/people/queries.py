"""Questions about people."""

from techcoop.people.models import User

MACHINE = "machine@techcoop.invalid"


def the_machine() -> User:
    """The system itself, as an actor: it has an account, a role, and its acts are recorded as its own."""
    return User.objects.get(email=MACHINE)
