"""What a snapshot holds, in words, and what has changed since it was taken."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.text import capfirst

from techcoop.accountability.models import AccountabilitySnapshot, Position
from techcoop.accountability.queries.frozen import RECOMMENDATIONS, SOURCE, facts_about
from techcoop.web.writing import known_day, listed, short_day


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise now than when the account was frozen."""

    section: str
    name: str
    field: str
    before: str
    after: str


def changes_since(snapshot: AccountabilitySnapshot) -> list[Change]:
    """What the sources say otherwise now; where a fact comes from is no change of it."""
    now, then = facts_about([snapshot.state_id])[snapshot.state], snapshot.facts
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
        for field in sorted({*before, *after} - set(SOURCE))
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
    told = ((field, written(model, field, fields[field])) for field in sorted(set(fields) - set(SOURCE)))
    return [(field, said) for field, said in told if said]


def _source(fields: dict[str, Any]) -> str:
    if SOURCE[0] not in fields:
        return ""
    return listed((fields[SOURCE[0]], short_day(date.fromisoformat(fields[SOURCE[1]]))))
