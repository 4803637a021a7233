"""What can be done with a thing: shown as buttons, and where it cannot be done, with the reason."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise


class NotYours(str):
    """A reason that no time changes: none of the roles that somebody holds permits the act."""

    __slots__ = ()


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
    # What somebody came for and only lacks a last thing stands among the buttons, although it is off.
    is_near: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether it stands among the buttons; what is far off is told below them."""
        return self.allowed or self.is_near


def told_to(user: Any, acts: Iterable[Act]) -> list[Act]:
    """The acts of which a person is told: whoever is inside the programme learns who does what.

    A Government or a trustee is told what they do themselves, now or at another time, and of nothing else.
    """
    is_inside = getattr(user, "is_inside", True)
    return [act for act in acts if is_inside or act.allowed or not isinstance(act.why_not, NotYours)]


def act_unless(why_not: str | Promise, name: str, label: str | Promise, address: str, **more: Any) -> Act:
    """An act that is allowed unless something speaks against it."""
    return Act(name, label, address, allowed=not why_not, why_not=why_not, **more)


# What later stages can do on an earlier thing: they say so at start-up, and the earlier stage knows none.
_offers: dict[type[Model], list[Callable[[Any, Any], Iterable[Act]]]] = defaultdict(list)


def offer(model: type[Model], acts: Callable[[Any, Any], Iterable[Act]]) -> None:
    """Offer acts of a later stage on things of this kind; called once, at start-up."""
    _offers[model].append(acts)


def offered(thing: Model, user: Any) -> list[Act]:
    """What the later stages offer this person to do on this thing."""
    return [act for acts in reversed(_offers[type(thing)]) for act in acts(thing, user)]
