"""What can be done with a thing: shown as buttons, and where it cannot be done, with the reason."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Act:
    """One act offered on a page: allowed, or shown off with the sentence why not."""

    name: str
    label: str | Promise
    address: str
    allowed: bool = True
    why_not: str | Promise = ""
    post: bool = False
    first: bool = False
    grave: bool = False
