"""Rows of questions that are written by hand, where building them by the ORM takes longer than the answer."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import connection

Row = TypeVar("Row")


def rows_of(row: Callable[..., Row], question: str, /, **values: Any) -> list[Row]:
    """What the database answers, each row made into one of these; values are given by name."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return [row(*values) for values in cursor.fetchall()]
