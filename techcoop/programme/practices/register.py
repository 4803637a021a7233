"""The register: every app says at start-up which practices it keeps, and what they are about."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, F, Func, Model, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.utils.functional import Promise

from techcoop.people.models import User
from techcoop.people.permissions import Permission

Sentence = str | Promise
ALWAYS = Q(pk__isnull=False)


@dataclass(frozen=True)
class Asked:
    """On which day a practice is asked, and by which thresholds."""

    today: date
    thresholds: Mapping[str, int]

    def days_ago(self, name: str = "days") -> date:
        """The day before which something has waited too long."""
        return self.today - timedelta(days=self.thresholds[name])

    def months_before(self, day: date | Combinable, name: str = "months") -> Func:
        """The same day some months earlier, or the last of that month, as the database counts."""
        since = day if isinstance(day, Combinable) else Value(day, DateField())
        return Func(
            since,
            Value(self.thresholds[name]),
            template="(%(expressions)s))::date",
            arg_joiner=" - make_interval(months => ",
            output_field=DateField(),
        )


@dataclass(frozen=True)
class Practice:
    """A practice of the programme: what holds of things of a kind, and the question of what breaks it.

    `applies` says to which things it applies at all, `among` to which of these it is put over the whole
    portfolio (to none where it is asked at a gate only, because the tables hold it ever after), `breaks`
    which of them break it.
    """

    key: str
    about: type[Model]
    sentence: Sentence
    finding: Sentence  # what is wrong with a thing that breaks it, and what to do
    breaks: Callable[[Asked], Q]
    among: Q | None = ALWAYS
    applies: Q = ALWAYS
    gate: str = ""  # the act that asks it
    place: str = ""  # where in the thing it is put right

    @property
    def is_held_by_the_tables(self) -> bool:
        """Whether the tables themselves refuse what breaks it: its severity is no matter of a page."""
        return self.among is None


@dataclass(frozen=True)
class Subject:
    """A kind of thing that practices are about: who sees how it is judged, who has it, where it is."""

    model: type[Model]
    inside: Callable[[User], QuerySet]  # the things whose working notes somebody sees
    permits: Callable[[User, Permission, Any], bool]
    officer: str  # the path to the account of the desk officer
    states: str  # the path to its States
    title: str  # the path to what it is called
    code: str = ""  # the path to its number, where it has one


_subjects: dict[type[Model], Subject] = {}
_practices: dict[str, Practice] = {}


def practices_about(subject: Subject) -> None:
    """Say of a kind of thing how its practices are kept; its app calls it once, at start-up."""
    _subjects[subject.model] = subject


def keep(practices: Iterable[Practice]) -> None:
    """Enter practices into the register; the app that asks them calls it once, at start-up."""
    _practices.update((one.key, one) for one in practices)


def subject_for(model: type[Model]) -> Subject:
    """What is said of the kind of thing that practices are about."""
    return _subjects[model]


def subjects() -> list[Subject]:
    """The kinds of things that practices are about."""
    return list(_subjects.values())


def register() -> dict[str, Practice]:
    """Every practice by its key."""
    return dict(_practices)


def practices_on(model: type[Model]) -> list[Practice]:
    """The practices about things of a kind."""
    return [one for one in _practices.values() if one.about is model]


def today_or(name: str, asked: Asked) -> Func:
    """A day of the thing itself, or today while it has none."""
    return Func(F(name), Value(asked.today, DateField()), function="coalesce", output_field=DateField())
