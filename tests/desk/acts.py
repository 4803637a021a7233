"""Every act of the assistance side, done at random: what a new action is given is said here."""

import inspect
import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from random import Random
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction

from techcoop.accountability.models import Recommendation
from techcoop.assessments import actions as assessments
from techcoop.assessments.models import Input, Need
from techcoop.delivery import actions as delivery
from techcoop.documents.actions import Paper
from techcoop.evaluation import actions as evaluation
from techcoop.evaluation.models import Finding
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import User
from techcoop.projects import actions as projects
from techcoop.projects.models import NationalStructure
from techcoop.requests import actions as requests
from techcoop.requests.models import Ground
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, AN_OUTCOME
from tests.evaluation import makers as evaluated
from tests.people import makers as people
from tests.projects.makers import some_particulars
from tests.requests.makers import ALL_HOLD, some_facts

APPS = ("requests", "assessments", "projects", "delivery", "evaluation")
# What an act may answer when it does not go: this too changes nothing of accountability.
REFUSALS = (PermissionDenied, ValidationError, MoveNotAllowed)


class NothingThere(Exception):
    """There is nothing of this kind now, or nobody has said how it is made, so the act cannot be done."""


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
            if own and not name.startswith("_") and "by" in inspect.signature(function).parameters:
                found.append(Act(app, name, function))
    return found


def somebody(draw: Random) -> User:
    """Mostly one who may do much, at times one who may do little or nothing."""
    others = (people.a_reviewer, people.a_finance_officer, people.an_evaluator, people.a_stranger)
    of_arcadia = draw.choice((people.a_desk_officer, people.a_focal_point))
    return draw.choice((people.a_coordinator, lambda: of_arcadia(a_state()), *others))()


NOTES = evaluated.INTERVIEWS
DECISIONS = ("accept", "accept_in_part", "decline", "redirect")
# What only one act is given.
OWN: dict[str, Callable[[Random], dict[str, Any]]] = {
    "decide": lambda draw: {"act": draw.choice(DECISIONS)},
    "judge": lambda draw: {"said": ALL_HOLD},
}
BY_NAME: dict[str, Callable[[Random], Any]] = {
    "by": somebody,
    "at": lambda draw: people.NOON,
    "on": lambda draw: date(2026, 2, 20),
    "act": lambda draw: draw.choice(("begin", "implement", "overtake")),
    "marks": lambda draw: {},
    "outcomes": lambda draw: dict.fromkeys(
        NationalStructure.objects.values_list("pk", flat=True), "It works."
    ),
    "rationales": lambda draw: dict.fromkeys(_recommendations(), "It serves it."),
    "cite": lambda draw: _recommendations(),
    "leave": lambda draw: draw.choice(((), _recommendations())),
    "refuse": lambda draw: draw.choice(((), _recommendations())),
    "evidence": lambda draw: (NOTES,),
    # How many acts somebody has seen who says it all differently.
    "seen": lambda draw: draw.randint(0, 9),
    "component": lambda draw: "C4",
    "ground": lambda draw: draw.choice(Ground.values),
    "kind": lambda draw: Need,
    "row": lambda draw: _one_of(Need, draw),
}
BY_TYPE: dict[Any, Callable[[Random], Any]] = {
    str: lambda draw: draw.choice(("", "As was agreed.", "Waive nothing — <b>écrit</b> بالعربية")),
    UUID: lambda draw: uuid4(),
    datetime: lambda draw: people.NOON,
    Paper: lambda draw: Paper("A note", "note.pdf", b"%PDF-1.7 a note"),
    requests.Typed: lambda draw: requests.Typed(
        origin="on_line", requester=a_state(), fields={"subject": "A course"}, page=uuid4()
    ),
    requests.TemplateText: lambda draw: requests.TemplateText(
        occasion="acknowledgement",
        language="en",
        effective_from=date(2026, 1, 1),
        subject="Receipt",
        paragraphs=("It has arrived.",),
        closing="Yours",
        source="A decision",
    ),
    requests.Said: lambda draw: requests.Said(
        why="It helps.", part="The training.", to="Another office", ground=draw.choice(Ground.values)
    ),
    Mapping: lambda draw: {"statement": "Nobody inspects.", "component": "C2"},
    requests.Facts: lambda draw: some_facts(a_state()),
    assessments.Terms: lambda draw: assessments.Terms("The prisons", terms_of_reference="Find out."),
    assessments.Content: lambda draw: assessments.Content("The prisons", why_no_recommendation="None yet."),
    assessments.Weighing: lambda draw: assessments.Weighing(draw.choice(list(Input)), considered="All."),
    projects.Particulars: lambda draw: some_particulars(a_state()),
    delivery.Plan: lambda draw: replace(A_COURSE, title=draw.choice(("A course", "A workshop"))),
    delivery.Outcome: lambda draw: AN_OUTCOME,
    evaluation.Plan: lambda draw: evaluation.Plan(
        "Did it last?", "thematic", None, "A team", date(2025, 1, 1), date(2025, 6, 30), "Documents."
    ),
    evaluation.Observation: lambda draw: evaluated.JUDGES_LEARNT,
    evaluation.Grounds: lambda draw: NOTES,
    evaluation.Advice: lambda draw: evaluation.Advice(
        "Follow it up.", "Coordinator", tuple(Finding.objects.order_by("?")[:1])
    ),
    evaluation.Answer: lambda draw: evaluated.ACCEPTED,
    evaluation.Wanted: lambda draw: evaluation.Wanted(2021, 2025, "en"),
}


def _one_of(kind: type[models.Model], draw: Random) -> models.Model:
    """Anything of this kind that is there now."""
    there = list(kind._default_manager.order_by("pk").values_list("pk", flat=True))
    if not there:
        raise NothingThere
    return kind._default_manager.get(pk=draw.choice(there))


def _recommendations() -> list[int]:
    return list(Recommendation.objects.values_list("pk", flat=True))


def fed(act: Act, draw: Random) -> dict[str, Any]:
    """What an act is given, at random among what there is."""
    hints = typing.get_type_hints(act.do)
    own = OWN.get(act.name, lambda draw: {})(draw)
    return {
        name: own.get(name) or _found(name, hints[name], draw)
        for name in inspect.signature(act.do).parameters
    }


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
        raise NothingThere(f"say above what “{name}: {hint}” is given")
    found = _one_of(kind, draw)
    is_several = isinstance(typing.get_origin(hint), type) and issubclass(typing.get_origin(hint), Collection)
    return [found] if is_several else found


def done(act: Act, draw: Random) -> bool:
    """Do the act, all or nothing; whether it went."""
    try:
        with transaction.atomic():
            act.do(**fed(act, draw))
    except (*REFUSALS, NothingThere):
        return False
    return True
