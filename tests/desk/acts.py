"""Every act of the assistance side, done at random with what tests/desk/given.py says."""

import inspect
import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from importlib import import_module
from random import Random
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, models, transaction
from psycopg.errors import RaiseException

from techcoop.assessments.models import Row
from techcoop.journal.queries import last_edit
from techcoop.lifecycle import MoveNotAllowed
from tests.desk.given import BY_NAME, BY_TYPE, OWN, NothingThere, one_of

APPS = ("people", "documents", "matching", "requests", "assessments", "projects", "delivery", "evaluation")
# A part of another act, which says what the role reaches.
PARTS = ("give_role_in",)
# What an act may answer when it does not go: this too changes nothing of accountability.
REFUSALS = (PermissionDenied, ValidationError, MoveNotAllowed, models.ProtectedError)


@dataclass(frozen=True)
class Act:
    """One action, as its app offers it."""

    app: str
    name: str
    do: Callable[..., Any]

    def __str__(self) -> str:
        return f"{self.app} {self.name}"


def acts() -> list[Act]:
    """Everything that people can do on the assistance side: the actions that are given who acts."""
    found = []
    for app in APPS:
        module = import_module(f"techcoop.{app}.actions")
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__.startswith(module.__name__)
            if (
                own
                and not name.startswith("_")
                and name not in PARTS
                and "by" in inspect.signature(function).parameters
            ):
                found.append(Act(app, name, function))
    return found


def fed(act: Act, draw: Random) -> dict[str, Any]:
    """What an act is given, at random among what there is."""
    hints = typing.get_type_hints(act.do)
    own = OWN.get(act.name, lambda draw: {})(draw)
    names = list(inspect.signature(act.do).parameters)
    given = {name: own.get(name) or _found(name, hints[name], draw) for name in names if name != "seen"}
    return given | {"seen": _seen(given, draw)} if "seen" in names else given


def _seen(given: Mapping[str, Any], draw: Random) -> int:
    """How much of the thing's history had happened when it was read: mostly all of it."""
    thing = given.get("row") or next(one for one in given.values() if isinstance(one, models.Model))
    part = getattr(thing, "part", "")
    whole = (thing.assessment if isinstance(thing, Row) else thing.evaluation) if part else thing
    all_of_it = thing.version if hasattr(thing, "version") else last_edit(whole, part=part).number
    return draw.choice((all_of_it, all_of_it, draw.randint(0, 9)))


def _found(name: str, hint: Any, draw: Random) -> Any:
    if name in BY_NAME:
        return BY_NAME[name](draw)
    asked = typing.get_args(hint) or (hint,)
    kind = Mapping if typing.get_origin(hint) is Mapping else asked[0]
    if kind in BY_TYPE:
        return BY_TYPE[kind](draw)
    is_thing = isinstance(kind, type) and issubclass(kind, models.Model)
    if type(None) in asked and (not is_thing or draw.random() < 0.2):
        return None
    if not is_thing:
        raise NothingThere(f"say in given.py what “{name}: {hint}” is given")
    found = one_of(kind, draw)
    is_several = isinstance(typing.get_origin(hint), type) and issubclass(typing.get_origin(hint), Collection)
    return [found] if is_several else found


def done(act: Act, draw: Random) -> bool:
    """Do the act, all or nothing; whether it went."""
    try:
        with transaction.atomic():
            act.do(**fed(act, draw))
    except (*REFUSALS, NothingThere):
        return False
    except DatabaseError as refused:
        if not isinstance(refused.__cause__, RaiseException):
            raise
        return False  # a rule of the tables
    return True
