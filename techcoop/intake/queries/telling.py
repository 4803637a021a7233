"""Rows of imports in words: by the headings of the file, and what changes by the names that people know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Field, Model
from django.utils.translation import gettext as _

from techcoop.accountability.models import Theme
from techcoop.atlas.models import State
from techcoop.intake.models import Import, ImportLine
from techcoop.sheets.cells import as_text, folded
from techcoop.sheets.reading import distinct
from techcoop.web.writing import listed

NOTHING = "–"
# Lists of keys, whose columns say by their ends what they lead to.
LISTS_OF: dict[str, type[Model]] = {"state_ids": State, "theme_ids": Theme}
LONGEST = 300


@dataclass(frozen=True)
class Teller:
    """Who puts the rows of one file into words, for the page, the command line and corrected files."""

    headings: Mapping[str, str]
    fields: Mapping[str, Field]
    known: dict[type[Model], dict[Any, str]] = field(default_factory=dict)

    def told(self, line: ImportLine) -> str:
        """The row in a few words: the reasons, what changes, or what stands in the file."""
        return self.why(line) or self.changes(line) or self.as_in_the_file(line)

    def why(self, line: ImportLine) -> str:
        """Why the row is refused, passed over or doubtful, each reason with its column."""
        return " ".join(
            f"{self.headings.get(folded(one.column), one.column)}: {one}" if one.column else str(one)
            for one in line.read_reasons
        )

    def changes(self, line: ImportLine) -> str:
        """What becomes of a record that is there: each field, before and after."""
        if line.before is None:
            return ""
        return "; ".join(
            _("%(field)s: %(before)s → %(after)s") % {"field": name, "before": before, "after": after}
            for column, said in (line.after or {}).items()
            for name, before, after in self._changed(column, line.before.get(column), said)
        )

    def as_in_the_file(self, line: ImportLine) -> str:
        """The cells with something in them, by their headings, in the order of the file."""
        cells = line.cells or {}
        names = [*self.headings, *(name for name in cells if name not in self.headings)]
        told = ((self.headings.get(name, name), _cell(cells.get(name))) for name in names)
        text = "; ".join(f"{heading}: {value}" for heading, value in told if value)
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

    def _changed(self, column: str, before: Any, after: Any) -> Iterator[tuple[str, str, str]]:
        name = self._name(column)
        if not isinstance(before, dict) and not isinstance(after, dict):
            yield name, self._value(column, before), self._value(column, after)
            return
        old, new = (one if isinstance(one, dict) else {} for one in (before, after))
        for language in sorted({*old, *new}):
            if old.get(language) != new.get(language):
                yield f"{name} ({language})", _cell(old.get(language)) or NOTHING, _cell(new.get(language))

    def _name(self, column: str) -> str:
        found = self.fields.get(column)
        return str(found.verbose_name) if found else column.replace("_", " ")

    def _value(self, column: str, value: Any) -> str:
        if value in (None, "", []):
            return NOTHING
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, list):
            return listed(self._one(column, one) for one in value)
        return self._one(column, value)

    def _one(self, column: str, value: Any) -> str:
        """One value as people know it: a State by its name, a status by its label."""
        found = self.fields.get(column)
        related = next((model for end, model in LISTS_OF.items() if column.endswith(end)), None)
        related = related or getattr(found, "related_model", None)
        if related:
            return self._names(related).get(value, str(value))
        plain = found.base_field if isinstance(found, ArrayField) else found
        choices = dict(plain.flatchoices) if plain is not None else {}
        return str(choices.get(value, as_text(value)))

    def _names(self, model: type[Model]) -> dict[Any, str]:
        if model not in self.known:
            self.known[model] = {one.pk: str(one) for one in model._default_manager.all()}
        return self.known[model]


def teller(record_import: Import, describes: tuple[type[Model], ...]) -> Teller:
    """Who tells the rows of this file, which become records of these models."""
    headings = [str(one) for one in record_import.headings]
    names = distinct([folded(one) for one in headings])
    fields = {
        key: one
        for model in reversed(describes)
        for one in model._meta.concrete_fields
        for key in (one.name, one.get_attname())
    }
    return Teller(dict(zip(names, headings, strict=True)), fields)


def _cell(value: Any) -> str:
    """A cell of the file in one line."""
    if isinstance(value, dict):
        return listed(filter(None, map(_cell, value.values())))
    if isinstance(value, list):
        return listed(filter(None, map(_cell, value)))
    return " ".join(as_text(value).split())
