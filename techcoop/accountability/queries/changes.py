"""What a snapshot holds, in words, and what is otherwise in a later one or now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import QuerySet
from django.utils.text import capfirst

from techcoop.accountability.models import AccountabilitySnapshot, Position, Recommendation
from techcoop.accountability.queries.frozen import (
    POSITION,
    RECOMMENDATIONS,
    SOURCE,
    TEXTS,
    WHICH,
    Facts,
    facts_about,
)
from techcoop.web.writing import known_day, listed, short_day

# What is kept of one recommendation: the position of the State, and a digest of the text by language.
Kept = dict[str, Any]
# Where a fact comes from is no change of it; which recommendations there are is told by their texts.
APART = {*SOURCE, WHICH}


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise now than when the account was frozen."""

    section: str
    name: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Otherwise:
    """A recommendation that stayed: what the State said to it then and later, or other words of it."""

    recommendation: Recommendation
    before: str
    after: str
    is_reworded: bool


@dataclass(frozen=True)
class Difference:
    """What a later account of a State says otherwise, and which recommendations came, went and changed."""

    changes: list[Change]
    new: list[Recommendation]
    gone: list[Recommendation]
    knows_which: bool
    otherwise: tuple[Otherwise, ...] = ()


def difference(snapshot: AccountabilitySnapshot, later: AccountabilitySnapshot | None = None) -> Difference:
    """What a later snapshot says otherwise, or the sources now."""
    then = snapshot.facts
    now = later.facts if later else facts_about([snapshot.state_id])[snapshot.state]
    before, after = (which(facts) for facts in (then, now))
    if before is None or after is None:
        return Difference(_changes(then, now), [], [], knows_which=False)
    changed = {key for key in before.keys() & after if _is_otherwise(before[key], after[key])}
    named = {one.source_key: one for one in _named(snapshot.state_id, before.keys() ^ after.keys() | changed)}
    new, gone = (
        [named[key] for key in named if key in one and key not in other]
        for one, other in ((after, before), (before, after))
    )
    otherwise = tuple(_otherwise(named[key], before[key], after[key]) for key in named if key in changed)
    return Difference(_changes(then, now), new, gone, knows_which=True, otherwise=otherwise)


def which(facts: Facts) -> dict[str, Kept] | None:
    """The recommendations of an account by their keys; nothing where it was frozen before they were kept."""
    mechanisms = facts.get(RECOMMENDATIONS, {}).values()
    if any(WHICH not in one for one in mechanisms):
        return None
    # Where the keys alone were kept, nothing is known of position and text.
    return {
        key: one[WHICH][key] if isinstance(one[WHICH], dict) else {}
        for one in mechanisms
        for key in one[WHICH]
    }


def _is_otherwise(before: Kept, after: Kept) -> bool:
    known = POSITION in before and POSITION in after
    return known and (before[POSITION] != after[POSITION] or _is_reworded(before, after))


def _is_reworded(before: Kept, after: Kept) -> bool:
    """A further language words nothing differently."""
    both = before[TEXTS].keys() & after[TEXTS].keys()
    return any(before[TEXTS][one] != after[TEXTS][one] for one in both)


def _otherwise(recommendation: Recommendation, before: Kept, after: Kept) -> Otherwise:
    labels = dict(Position.choices)
    said = [str(labels.get(one[POSITION], "")) for one in (before, after)]
    then, now = said if before[POSITION] != after[POSITION] else ("", "")
    return Otherwise(recommendation, then, now, _is_reworded(before, after))


def _named(state_id: int, keys: Collection[str]) -> QuerySet[Recommendation]:
    """These recommendations as their sources word them now; withdrawn ones are never taken away."""
    rows = Recommendation.objects.filter(state=state_id, source_key__in=list(keys)).defer("search")
    return rows.select_related("mechanism").order_by("mechanism__code", "-year", "pk")


def _changes(then: Facts, now: Facts) -> list[Change]:
    """Fact by fact, field by field."""
    changes = []
    for section in sorted({*now, *then}):
        before, after = then.get(section, {}), now.get(section, {})
        for name in sorted({*before, *after}):
            changes += _differences(section, name, before.get(name, {}), after.get(name, {}))
    return changes


def _differences(section: str, name: str, before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    model = _model_of(section)
    return [
        Change(
            str(model._meta.verbose_name_plural),
            name,
            _label(model, field),
            written(model, field, before.get(field)),
            written(model, field, after.get(field)),
        )
        for field in sorted({*before, *after} - APART)
        if before.get(field) != after.get(field) and (before.get(field) or after.get(field))
    ]


def _model_of(section: str) -> type[models.Model]:
    """The kind of fact of a section."""
    name = "recommendation" if section == RECOMMENDATIONS else section
    return apps.get_model("accountability", name)


def _field_of(model: type[models.Model], field: str) -> Any:
    return next((one for one in model._meta.fields if field in (one.name, one.attname)), None)


def _label(model: type[models.Model], field: str) -> str:
    """What a field is called; the counts of recommendations are called after the positions."""
    found = _field_of(model, field)
    positions = {one.value: str(one.label) for one in Position}
    return str(found.verbose_name) if found else positions.get(field, str(model._meta.verbose_name_plural))


def written(model: type[models.Model], field: str, value: Any) -> str:
    """A frozen value in the reader's words."""
    if value is None or value == "":
        return ""
    found = _field_of(model, field)
    choices = dict(found.flatchoices) if found is not None else {}
    if value in choices:
        return str(choices[value])
    return known_day(value) if field.endswith("_on") else str(value)


def recommendations_of(snapshot: AccountabilitySnapshot) -> list[Recommendation]:
    """The recommendations that stood when the account was frozen, where it was kept which."""
    return list(_named(snapshot.state_id, which(snapshot.facts) or ()))


@dataclass(frozen=True)
class Section:
    """One kind of facts of a snapshot: each with its name, what was known of it, and where from."""

    key: str
    label: str
    rows: list[tuple[str, list[tuple[str, str]], str]]


def sections_of(snapshot: AccountabilitySnapshot) -> list[Section]:
    """The frozen facts, kind by kind, in the reader's words."""
    return [_section(key, facts) for key, facts in sorted(snapshot.facts.items())]


def _section(key: str, facts: dict[str, dict[str, Any]]) -> Section:
    model = _model_of(key)
    rows = [
        (name, [(_label(model, field), said) for field, said in _said(model, fields)], _source(fields))
        for name, fields in sorted(facts.items())
    ]
    return Section(key, str(capfirst(model._meta.verbose_name_plural)), rows)


def _said(model: type[models.Model], fields: dict[str, Any]) -> list[tuple[str, str]]:
    told = ((field, written(model, field, fields[field])) for field in sorted(set(fields) - APART))
    return [(field, said) for field, said in told if said]


def _source(fields: dict[str, Any]) -> str:
    if SOURCE[0] not in fields:
        return ""
    return listed((fields[SOURCE[0]], short_day(date.fromisoformat(fields[SOURCE[1]]))))
