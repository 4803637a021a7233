"""Things read from SQL written by hand, as Django itself would have read them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from techcoop.web.rows import rows_of


class Columns:
    """The columns of a table in a question, under its name there."""

    def __init__(self, model: type[Model], name: str) -> None:
        self.model, self.name = model, name

    @cached_property
    def fields(self) -> Sequence[Field]:
        """What is read."""
        return self.model._meta.concrete_fields

    @cached_property
    def sql(self) -> str:
        """What stands behind SELECT."""
        return ", ".join(f'{self.name}."{one.column}"' for one in self.fields)

    def reader(self) -> Callable[[tuple], Any]:
        """Makes a thing of its values; the same key gives the same thing."""
        names = [one.attname for one in self.fields]
        converted = [
            (place, convert)
            for place, one in enumerate(self.fields)
            for convert in one.get_db_converters(connection)
        ]
        known: dict[Any, Any] = {}

        def read(values: tuple) -> Any:
            if values[0] not in known:
                whole = list(values)
                for place, convert in converted:
                    whole[place] = convert(whole[place], None, connection)
                known[values[0]] = self.model.from_db(connection.alias, names, whole)
            return known[values[0]]

        return read


class Together:
    """Things with those that they point to, in one question; each table is called there as its field is.

    What the question says further of a thing stands behind all columns, in the order of these names.
    """

    def __init__(self, things: Columns, *, further: tuple[str, ...] = (), **beside: type[Model]) -> None:
        self.things, self.further = things, further
        self.beside = {name: Columns(model, name) for name, model in beside.items()}

    @cached_property
    def sql(self) -> str:
        """What stands behind SELECT."""
        return ", ".join(one.sql for one in (self.things, *self.beside.values()))

    def read(self, rows: Iterable[tuple]) -> list[Any]:
        """The things of what the database answered."""
        thing, width = self.things.reader(), len(self.things.fields)
        parts, start = [], width
        for name, columns in self.beside.items():
            parts.append((name, columns.reader(), slice(start, start := start + len(columns.fields))))
        found = []
        for row in rows:
            one = thing(row[:width])
            for name, read, place in parts:
                setattr(one, name, read(row[place]))
            for name, value in zip(self.further, row[start:], strict=True):
                setattr(one, name, value)
            found.append(one)
        return found

    def asked(self, question: str, /, **values: Any) -> list[Any]:
        """The things that the database answers to a question."""
        return self.read(rows_of(lambda *row: row, question, **values))
