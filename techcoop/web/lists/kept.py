"""Views of a list that people keep under a name: a later stage keeps them, the list shows them as tabs."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Tab:
    """One kept view above its list."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True)
class Kept:
    """The kept views of a list, and where the one that is shown can be kept."""

    tabs: tuple[Tab, ...]
    keep: str


_keepers: list[Callable[[HttpRequest, str], Kept | None]] = []


def keep_views(keeper: Callable[[HttpRequest, str], Kept | None]) -> None:
    """Say who keeps views: `keeper(request, address)` answers for the list and what it is narrowed to."""
    _keepers.append(keeper)


def kept_views(request: HttpRequest, address: str) -> Kept | None:
    """What is kept of this list for whoever reads it."""
    return next((kept for keeper in _keepers if (kept := keeper(request, address))), None)
