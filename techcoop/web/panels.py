"""What later stages show beside an earlier thing; they say so at start-up, the earlier stage knows none."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise

from techcoop.web.acts import Act


@dataclass(frozen=True)
class Line:
    """One thing in a panel: its name, its page, what is said of it, and what can be done with it."""

    text: str | Promise
    address: str = ""
    notes: tuple[str | Promise, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Panel:
    """A titled list that a later stage shows on the page of an earlier thing."""

    title: str | Promise
    lines: tuple[Line, ...]
    empty: str | Promise = ""


_panels: dict[type[Model], list[Callable[[Any, Any], Iterable[Panel]]]] = defaultdict(list)


def offer_panels(model: type[Model], panels: Callable[[Any, Any], Iterable[Panel]]) -> None:
    """Show panels of a later stage beside things of this kind; called once, at start-up."""
    _panels[model].append(panels)


def panels_beside(thing: Model, user: Any) -> list[Panel]:
    """What the later stages show this person beside this thing."""
    # Whoever is signed in is loaded late, behind a stand-in that knows the class but has another type.
    return [panel for panels in reversed(_panels[thing.__class__]) for panel in panels(thing, user)]
