"""A model field whose text is sealed in the database and plain only in the hands of the programme."""

from collections.abc import Iterable
from typing import Any

import pgtrigger
from django.core.exceptions import FieldError
from django.db import models, transaction

from techcoop.protection import keys


class SealedText(str):
    """An opened text: itself in every use, but silent where it would be printed by accident."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<protected>"


class EncryptedTextField(models.TextField):
    """A text about a person at risk: sealed with AES-256-GCM, bound to its table and column."""

    description = "Text, sealed"

    @property
    def place(self) -> str:
        """Table and column; an old row in the history is opened as the row it was."""
        kept_in = getattr(self.model, "pgh_tracked_model", self.model)
        return f"{kept_in._meta.db_table}.{self.column}"

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value is None or hasattr(value, "resolve_expression"):
            return value
        return keys.seal(str(value), place=self.place)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> SealedText | None:
        return None if value is None else SealedText(keys.unseal(value, place=self.place))

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.place} is sealed: it can be asked whether it is there, nothing else.")
        return super().get_lookup(lookup_name)

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.place} is sealed: it can be asked whether it is there, nothing else.")


def sealed_fields(model: type[models.Model]) -> list[EncryptedTextField]:
    """The columns of a table whose texts are sealed."""
    return [field for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)]


def require_keys(tables: Iterable[type[models.Model]]) -> None:
    """Open one text of every key that has sealed in these tables; one that does not fit is told."""
    keys.newest()
    for model in tables:
        for field in sealed_fields(model):
            raw = models.functions.Cast(field.name, models.TextField())
            rows = model._default_manager.annotate(sealed=raw).exclude(sealed=None)
            words = ("sealed", models.Value(":"), models.Value(1))
            key = models.Func(*words, function="split_part", output_field=models.TextField())
            named = rows.annotate(sealed_by=key).order_by("sealed_by").distinct("sealed_by")
            for _key, sealed in named.values_list("sealed_by", "sealed"):
                keys.unseal(sealed, place=field.place)


def reseal(model: type[models.Model], *, batch: int = 500) -> int:
    """Rewrite with the newest key every sealed text of a model that an older key still holds."""
    rewritten = 0
    for field in sealed_fields(model):
        raw = models.functions.Cast(field.name, models.TextField())
        rows = model._default_manager.annotate(sealed=raw).values_list("pk", "sealed")
        stale = [key for key, sealed in rows.iterator() if sealed and not keys.sealed_with_newest(sealed)]
        for start in range(0, len(stale), batch):
            # The words stay as they are: no history keeps it, and no rule of the table forbids it.
            with transaction.atomic(), pgtrigger.ignore():
                # Held, so that nothing which somebody writes meanwhile is lost.
                held = model._default_manager.select_for_update().filter(pk__in=stale[start : start + batch])
                things = list(held.only(field.name))
                model._default_manager.bulk_update(things, [field.name])
            rewritten += len(things)
    return rewritten
