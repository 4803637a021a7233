"""The keys of protection: the newest seals, every one still listed opens."""

import base64
import binascii
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE_BYTES = 12
KEY_BYTES = 32


class CannotOpen(Exception):
    """A sealed text whose key is missing, or which is not the text that was sealed in this place."""


def seal(text: str, *, place: str) -> str:
    """The text as only a holder of the key can read it, bound to the place where it is kept."""
    name, key = newest()
    nonce = os.urandom(NONCE_BYTES)
    sealed = key.encrypt(nonce, text.encode(), place.encode())
    return f"{name}:{base64.b64encode(nonce + sealed).decode()}"


def unseal(sealed: str, *, place: str) -> str:
    """What was sealed in this place."""
    name, _, body = sealed.partition(":")
    key = _keyring(tuple(settings.PROTECTION_KEYS)).get(name)
    if key is None:
        raise CannotOpen(f"The key “{name}” that sealed {place} is not in TECHCOOP_PROTECTION_KEYS.")
    try:
        raw = base64.b64decode(body, validate=True)
        return key.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        # The cause would carry the sealed bytes into logs.
        raise CannotOpen(f"What is kept in {place} was not sealed there with the key “{name}”.") from None


def sealed_with_newest(sealed: str) -> bool:
    """Whether a rotation has already reached this text."""
    return sealed.startswith(f"{newest()[0]}:")


def newest() -> tuple[str, AESGCM]:
    """The name of the key that seals, and the key."""
    return next(iter(_keyring(tuple(settings.PROTECTION_KEYS)).items()))


@lru_cache(maxsize=4)
def _keyring(lines: tuple[str, ...]) -> dict[str, AESGCM]:
    ring: dict[str, AESGCM] = {}
    for line in lines:
        name, _, encoded = line.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            key = b""
        if not name or len(key) != KEY_BYTES or name in ring:
            raise ImproperlyConfigured(
                f"TECHCOOP_PROTECTION_KEYS: “{name}” must be a name of its own, a colon, 32 bytes in base64."
            )
        ring[name] = AESGCM(key)
    if not ring:
        raise ImproperlyConfigured("TECHCOOP_PROTECTION_KEYS is empty: nothing can be sealed.")
    return ring
