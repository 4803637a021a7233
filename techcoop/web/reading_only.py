"""Reading without writing: a transaction in which PostgreSQL refuses every change."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def reading_only() -> Iterator[None]:
    """Whatever is asked inside changes no record."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield


def streamed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A file made while it is sent, after its page was answered: its rows are read without writing, too."""
    with reading_only():
        yield from pieces
