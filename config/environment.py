"""What the environment says of secrets and of the database; what is not safe is refused."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# A demonstration has sign-ins that everybody knows; production refuses to start with them.
DEMONSTRATION = os.environ.get("TECHCOOP_DEMONSTRATION") == "1"
DEMONSTRATION_SECRET = "demonstration only: known to everybody who reads this file"
DEMONSTRATION_PASSWORD = os.environ.get("TECHCOOP_DEMONSTRATION_PASSWORD", "demonstration")

SECRET_KEY = os.environ.get("TECHCOOP_SECRET", DEMONSTRATION_SECRET if DEMONSTRATION else "")
# Keys for what identifies people at risk, newest first, as "name:base64 of 32 bytes".
PROTECTION_KEYS = os.environ.get(
    "TECHCOOP_PROTECTION_KEYS",
    "demonstration:ZGVtb25zdHJhdGlvbi1kZW1vbnN0cmF0aW9uLTAwMDE=" if DEMONSTRATION else "",
).split()
if not SECRET_KEY or not PROTECTION_KEYS:
    raise ImproperlyConfigured(
        "TECHCOOP_SECRET and TECHCOOP_PROTECTION_KEYS must be set; ./tcp up sets them for a demonstration."
    )
if not DEMONSTRATION and (
    SECRET_KEY == DEMONSTRATION_SECRET or any(key.startswith("demonstration:") for key in PROTECTION_KEYS)
):
    raise ImproperlyConfigured("A demonstration secret does not start a production system.")


def site(origins: list[str], data: Path) -> str:
    """The address that links lead to: that of the system, else where it runs with this data or ran last."""
    if origins:
        return origins[0]
    told = data / "up.lock"
    return (told.read_text().strip() if told.exists() else "") or "http://127.0.0.1:8000"


def database(address: str) -> dict:
    """A PostgreSQL address, as Django wants it."""
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql://")
    try:
        port = str(parts.port or "")
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL names no port: {error}.") from error
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "techcoop",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": port,
        "OPTIONS": {**options, "pool": {"min_size": 1, "max_size": 8}},
        "TEST": {"NAME": os.environ.get("TECHCOOP_TEST_DATABASE")},
    }
