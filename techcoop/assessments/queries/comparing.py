"""Two assessments of one State beside each other: what appeared, what is gone, what remains."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise

from techcoop.assessments.queries.contents import Contents
from techcoop.assessments.queries.gate import TITLES
from techcoop.assessments.queries.heard import Balance, balance_of
from techcoop.assessments.queries.priorities import Priority
from techcoop.programme.models import Component
from techcoop.programme.queries import parameter

ALIKE = "assessments.alike_from"
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Change:
    """One part of the two assessments: entries of the first only, of both, of the second only."""

    title: str | Promise
    gone: tuple[str, ...]
    remains: tuple[tuple[str, str], ...]
    appeared: tuple[str, ...]


@dataclass(frozen=True)
class Beside:
    """A thing then and now."""

    label: str | Promise
    then: int | str | Promise
    now: int | str | Promise


@dataclass(frozen=True)
class Ranking:
    """A need with its place, score and spread in the one ranking and in the other."""

    then: Priority | None
    now: Priority | None

    @property
    def statement(self) -> str:
        """The need, as it is worded now, else as it was."""
        return next(one.need.statement for one in (self.now, self.then) if one)

    @property
    def moved(self) -> Decimal | None:
        """By how much its score has risen or fallen, where it was scored both times."""
        if self.then is None or self.now is None or self.then.mean is None or self.now.mean is None:
            return None
        return self.now.mean - self.then.mean


@dataclass(frozen=True)
class Comparison:
    """Two assessments of one State, the older first."""

    then: Contents
    now: Contents
    needs_by_component: tuple[Beside, ...]
    recommended: tuple[Beside, ...]
    treaties: tuple[Beside, ...]
    changes: tuple[Change, ...]
    priorities: tuple[Ranking, ...]
    balances: tuple[Balance, Balance]


def compare(one: Contents, other: Contents, *, today: date) -> Comparison:
    """Put two assessments beside each other; entries with enough words in common are the same."""
    then, now = sorted((one, other), key=lambda each: (each.assessment.created_at, each.assessment.pk))
    share = float(parameter(ALIKE, on=today).value)
    return Comparison(
        then=then,
        now=now,
        needs_by_component=_components(then, now),
        recommended=_recommended(then, now),
        treaties=_treaties(then, now),
        changes=(*_tables(then, now, share), _cited(then, now)),
        priorities=_priorities(then, now, share),
        balances=(balance_of(then.heard), balance_of(now.heard)),
    )


def paired(then: Sequence[str], now: Sequence[str], share: float) -> Change:
    """Match entries by the words that they have in common, the most alike first; each is matched once."""
    likeness = sorted(
        ((alike(old, new), -a, -b) for a, old in enumerate(then) for b, new in enumerate(now)), reverse=True
    )
    matched: dict[int, int] = {}
    for value, a, b in likeness:
        if value >= share and -a not in matched and -b not in matched.values():
            matched[-a] = -b
    return Change(
        "",
        tuple(text for place, text in enumerate(then) if place not in matched),
        tuple((then[a], now[matched[a]]) for a in sorted(matched)),
        tuple(text for place, text in enumerate(now) if place not in matched.values()),
    )


def alike(one: str, other: str) -> float:
    """The share of words that two entries have in common."""
    first, second = ({word.casefold() for word in WORD.findall(text)} for text in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


def _tables(then: Contents, now: Contents, share: float) -> tuple[Change, ...]:
    """Needs, gaps, institutions, capacities, risks and projects, each by what heads its rows."""
    found = []
    for key, sheet in then.sheets.items():
        texts = [[line.cells[0] for line in each.sheets[key].lines] for each in (then, now)]
        change = paired(texts[0], texts[1], share)
        found.append(Change(sheet.kind.title, change.gone, change.remains, change.appeared))
    return tuple(found)


def _priorities(then: Contents, now: Contents, share: float) -> tuple[Ranking, ...]:
    """The needs with their scores then and now: first as they rank now, then what is no longer named."""
    old, new = ({one.need.statement: one for one in each.priorities.lines} for each in (then, now))
    remains = {new_text: old_text for old_text, new_text in paired(list(old), list(new), share).remains}
    ranked = [Ranking(old.get(remains.get(text, "")), line) for text, line in new.items()]
    gone = [Ranking(line, None) for text, line in old.items() if text not in remains.values()]
    return (*ranked, *gone)


def _cited(then: Contents, now: Contents) -> Change:
    """Recommendations are the same when they are the same record."""
    old, new = ({one.pk: one for one in each.recommendations} for each in (then, now))
    return Change(
        TITLES["recommendations"],
        tuple(one.text for key, one in old.items() if key not in new),
        tuple((one.text, one.text) for key, one in new.items() if key in old),
        tuple(one.text for key, one in new.items() if key not in old),
    )


def _components(then: Contents, now: Contents) -> tuple[Beside, ...]:
    old, new = (Counter(row.component for row in each.sheets["needs"].rows) for each in (then, now))
    return tuple(Beside(one.label, old[one.value], new[one.value]) for one in Component)


def _recommended(then: Contents, now: Contents) -> tuple[Beside, ...]:
    """What the mechanisms had said at each outset, by component, where both were frozen."""
    if then.outset is None or now.outset is None:
        return ()
    pairs = zip(then.outset.by_component, now.outset.by_component, strict=True)
    return tuple(Beside(label, old, new) for (_code, label, old), (_same, _label, new) in pairs)


def _treaties(then: Contents, now: Contents) -> tuple[Beside, ...]:
    """The instruments with which the State stands differently."""
    if then.outset is None or now.outset is None:
        return ()
    old = {code: how for code, how, _year in then.outset.treaties}
    changed = ((code, old.get(code, ""), how) for code, how, _year in now.outset.treaties)
    return tuple(Beside(code, was, how) for code, was, how in changed if str(was) != str(how))
