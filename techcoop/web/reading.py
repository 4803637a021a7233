"""Things read from SQL written by hand, as Django itself would have read them."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Field, Model


class Columns:
    """The columns of a table in a question, under its name there."""

    def __init__(self, model: type[Model], name: str, *, without: tuple[str, ...] = ()) -> None:
        self.model, self.name, self.without = model, name, without

    @cached_property
    def fields(self) -> list[Field]:
        """What is read; the others are asked for when they are needed."""
        return [one for one in self.model._meta.concrete_fields if one.name not in self.without]

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
