"""A thing that breaks a practice beside one that keeps it, and the days on which they are looked at."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from tests.people.makers import NOON

TODAY = NOON.date()


class Pair(NamedTuple):
    """How a thing that breaks a practice is made, and one that keeps it; each with its day."""

    breaks: Callable[[], Any]
    keeps: Callable[[], Any]
    broken_on: date = TODAY
    kept_on: date = TODAY


def after(make: Callable[[], Any], days: int, *, since: date = TODAY) -> Pair:
    """The same thing, kept on the last of so many days and broken on the day after."""
    last = since + timedelta(days=days)
    return Pair(make, make, broken_on=last + timedelta(days=1), kept_on=last)


def changed(thing: Any, **what: Any) -> Any:
    """A thing as an old record may stand there, from before an act asked for what it lacks."""
    type(thing)._default_manager.filter(pk=thing.pk).update(**what)
    thing.refresh_from_db()
    return thing
