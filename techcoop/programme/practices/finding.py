"""What one thing breaks: every practice put to it at once."""

from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Case, Model, Q, Value, When

from techcoop.programme.models import Severity
from techcoop.programme.practices.register import practices_on
from techcoop.programme.practices.standing import Standing, standings


@dataclass(frozen=True)
class Judged:
    """One practice put to one thing: whether the thing breaks it, and whether that counts yet."""

    standing: Standing
    is_broken: bool
    is_new: bool = False

    @property
    def refuses(self) -> bool:
        """Whether the act that asks it is refused."""
        return self.is_broken and not self.is_new and self.standing.severity == Severity.BINDING


def judged(thing: Model, *, today: date, gate: str = "") -> list[Judged]:
    """The practices that apply to one thing, at a gate or as part of the portfolio; two questions."""
    own = practices_on(type(thing))
    asked = standings(today, [one for one in own if (one.gate == gate if gate else one.among is not None)])
    columns: dict[str, Case] = {}
    for place, one in enumerate(asked):
        applies = one.practice.applies
        columns[f"applies_{place}"] = _whether(applies if gate else applies & (one.practice.among or Q()))
        columns[f"breaks_{place}"] = _whether(one.breach)
        columns[f"before_{place}"] = _whether(one.breach_before)
    found = type(thing)._default_manager.filter(pk=thing.pk).values(**columns).first() or {}
    return [
        Judged(one, found[f"breaks_{place}"], one.is_new and not found[f"before_{place}"])
        for place, one in enumerate(asked)
        if found.get(f"applies_{place}")
    ]


def broken_by(thing: Model, *, today: date) -> list[Judged]:
    """The practices that a thing breaks, the gravest first; two questions."""
    found = [one for one in judged(thing, today=today) if one.is_broken]
    return sorted(found, key=lambda one: list(Severity).index(one.standing.severity))


def _whether(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())
