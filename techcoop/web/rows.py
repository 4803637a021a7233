"""Rows of questions that are written by hand, where building them by the ORM takes longer than the answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection
from django.db.models import QuerySet

Row = TypeVar("Row")


def rows_of(row: Callable[..., Row], question: str, /, **values: Any) -> list[Row]:
    """What the database answers, each row made into one of these; values are given by name."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return [row(*values) for values in cursor.fetchall()]


@dataclass(frozen=True)
class Named:
    """A piece of SQL that can stand in several places, its values by name."""

    sql: str
    values: dict[str, Any]


def named(compiled: tuple[str, Sequence[Any]], name: str) -> Named:
    """A piece of SQL, its values named after the piece."""
    sql, params = compiled
    values = {f"{name}{place}": value for place, value in enumerate(params)}
    return Named(sql % tuple(f"%({key})s" for key in values), values)


def keys_of(things: QuerySet, name: str, *further: str) -> Named:
    """The keys of these things, as a piece: who may see what is said by their words, not by hand."""
    try:
        return named(things.order_by().values_list("pk", *further).query.sql_with_params(), name)
    except EmptyResultSet:
        nothing = ", ".join(["NULL::bigint", *("NULL" for _one in further)])
        return Named(f"SELECT {nothing} WHERE false", {})


def conditions_of(things: QuerySet, name: str) -> Named:
    """What narrows these things, as a piece behind WHERE; the question by hand names their table itself."""
    try:
        return named(things.query.get_compiler(connection=connection).compile(things.query.where), name)
    except EmptyResultSet:
        return Named("false", {})
    except FullResultSet:
        return Named("true", {})
