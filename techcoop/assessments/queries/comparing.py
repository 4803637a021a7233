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
NOBODY = (0, 0, 0, 0, 0)
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Change:
    """One part of the two assessments: entries of the first only, of both, of the second only."""

    key: str
    title: str | Promise
    gone: tuple[str, ...]
    remains: tuple[tuple[str, str], ...]
    appeared: tuple[str, ...]

    @property
    def same(self) -> tuple[str, ...]:
        """Entries of both that are worded alike."""
        return tuple(new for old, new in self.remains if old == new)

    @property
    def reworded(self) -> tuple[tuple[str, str], ...]:
        """Entries of both that are worded otherwise now."""
        return tuple((old, new) for old, new in self.remains if old != new)


@dataclass(frozen=True)
class Beside:
    """A thing then and now."""

    label: str | Promise
    then: int | str | Promise
    now: int | str | Promise


@dataclass(frozen=True)
class OfComponent:
    """A component: needs named then and now, and recommendations at each outset, where they are known."""

    label: str | Promise
    needs: tuple[int, int]
    said: tuple[int, int] | None


@dataclass(frozen=True)
class VoicesBeside:
    """One voice, or all: conversations, women, men, others and all together, each then and now."""

    label: str | Promise
    counts: tuple[tuple[int | None, int | None], ...]


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
    components: tuple[OfComponent, ...]
    treaties: tuple[Beside, ...]
    changes: tuple[Change, ...]
    priorities: tuple[Ranking, ...]
    voices: tuple[VoicesBeside, ...]

    @property
    def knows_outsets(self) -> bool:
        """Whether it was frozen, both times, what the mechanisms had said."""
        return all(one.said is not None for one in self.components)

    @property
    def years_between(self) -> int:
        """How many whole years lie between the two."""
        then, now = (each.assessment.created_at for each in (self.then, self.now))
        return now.year - then.year - ((now.month, now.day) < (then.month, then.day))


def compare(one: Contents, other: Contents, *, today: date) -> Comparison:
    """Put two assessments beside each other; entries with enough words in common are the same."""
    then, now = sorted((one, other), key=lambda each: (each.assessment.created_at, each.assessment.pk))
    share = float(parameter(ALIKE, on=today).value)
    return Comparison(
        then=then,
        now=now,
        components=_components(then, now),
        treaties=_treaties(then, now),
        changes=(*_tables(then, now, share), _cited(then, now)),
        priorities=_priorities(then, now, share),
        voices=_voices(balance_of(then.heard), balance_of(now.heard)),
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
        found.append(Change(key, sheet.kind.title, change.gone, change.remains, change.appeared))
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
        "recommendations",
        TITLES["recommendations"],
        tuple(one.text for key, one in old.items() if key not in new),
        tuple((one.text, one.text) for key, one in new.items() if key in old),
        tuple(one.text for key, one in new.items() if key not in old),
    )


def _components(then: Contents, now: Contents) -> tuple[OfComponent, ...]:
    """Each component with its needs, and with what the mechanisms had said where both outsets were frozen."""
    old, new = (Counter(row.component for row in each.sheets["needs"].rows) for each in (then, now))
    said: dict[str, tuple[int, int]] = {}
    if then.outset and now.outset:
        pairs = zip(then.outset.by_component, now.outset.by_component, strict=True)
        said = {code: (before, after) for (code, _label, before), (_same, _alike, after) in pairs}
    return tuple(
        OfComponent(one.label, (old[one.value], new[one.value]), said.get(one.value)) for one in Component
    )


def _voices(then: Balance, now: Balance) -> tuple[VoicesBeside, ...]:
    """Who was heard then and now, voice by voice as each table has them, and all of them last."""
    old, new = (
        {line.label: (line.conversations, *line.counts) for line in each.lines} for each in (then, now)
    )
    # All voices together have no label, and stand last.
    return tuple(
        VoicesBeside(label, tuple(zip(old.get(label, NOBODY), new.get(label, NOBODY), strict=True)))
        for label in sorted({**old, **new}, key=lambda label: not label)
    )


def _treaties(then: Contents, now: Contents) -> tuple[Beside, ...]:
    """The instruments with which the State stands differently."""
    if then.outset is None or now.outset is None:
        return ()
    old = {code: how for code, how, _year in then.outset.treaties}
    changed = ((code, old.get(code, ""), how) for code, how, _year in now.outset.treaties)
    return tuple(Beside(code, was, how) for code, was, how in changed if str(was) != str(how))
