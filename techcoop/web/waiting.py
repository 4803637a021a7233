"""What waits for somebody: things, the act they wait for, and since when; computed, never stored."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise


@dataclass(frozen=True)
class Waiting:
    """Things that wait for the same act of a person; `since` is the field that says since when.

    `reading` gives things of this kind by their keys, with what their words name besides.
    """

    key: str
    label: str | Promise
    things: QuerySet[Any]
    since: str = "status_since"
    words: Callable[[Any], str] = str
    reading: Callable[[Collection[int]], QuerySet[Any]] | None = None

    def of(self, keys: Collection[int]) -> QuerySet[Any]:
        """Things of this kind, whatever pile they lie in."""
        return self.reading(keys) if self.reading else self.things.model._default_manager.filter(pk__in=keys)
