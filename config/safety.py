"""What keeps a production system from starting with sign-ins that everybody knows."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet

from techcoop.people.models import User

# Accounts of the demonstration end so; nobody can receive mail there.
DEMONSTRATION_DOMAIN = "@demo.techcoop.invalid"


def demonstration_accounts() -> QuerySet[User]:
    """Everybody who may sign in with the password that the demonstration prints."""
    return User.objects.filter(email__endswith=DEMONSTRATION_DOMAIN, is_active=True).order_by("pk")


def refuse_known_sign_ins() -> None:
    """Stop a production system whose database was once a demonstration."""
    if settings.DEMONSTRATION or not demonstration_accounts().exists():
        return
    raise ImproperlyConfigured(
        f"This database has sign-ins that everybody knows ({DEMONSTRATION_DOMAIN}). "
        "Production starts with a database of its own."
    )
