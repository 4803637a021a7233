"""What waits for somebody: things, the act they wait for, and since when; computed, never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise


@dataclass(frozen=True)
class Waiting:
    """Things that wait for the same act of a person; `since` is the field that says since when."""

    key: str
    label: str | Promise
    things: QuerySet[Any]
    since: str = "status_since"
    words: Callable[[Any], str] = str
