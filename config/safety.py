"""What keeps a production system from starting with sign-ins that everybody knows."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet

from techcoop.people.models import DEMONSTRATION_DOMAIN, User
from techcoop.protection.fields import require_keys
from techcoop.protection.keys import CannotOpen


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


def refuse_missing_keys() -> None:
    """Stop a system that could not open what is sealed in its database."""
    try:
        require_keys(apps.get_models())
    except CannotOpen as error:
        raise ImproperlyConfigured(
            f"{error} Name in TECHCOOP_PROTECTION_KEYS every key that has sealed something."
        ) from error
