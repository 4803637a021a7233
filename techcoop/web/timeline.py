"""The history of a thing, as a page tells it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


@dataclass(frozen=True)
class Happening:
    """One act of the past: when, who, what, and why."""

    at: datetime
    who: str
    label: str | Promise
    why: str = ""
    address: str = ""
