"""The common ground of all policies: what is not allowed is refused."""

from django.core.exceptions import PermissionDenied


def require(allowed: bool, why: str = "") -> None:
    """Refuse what a policy does not allow."""
    if not allowed:
        raise PermissionDenied(why)
