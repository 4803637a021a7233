"""The kinds of file in which any list can be taken away."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language_bidi

from techcoop.sheets.writing import CSV_TYPE, XLSX_TYPE, csv_rows, file_bytes, xlsx_file


@dataclass(frozen=True)
class Writer:
    """Writes rows as a file of one kind, piece by piece."""

    label: str
    content_type: str
    write: Callable[[list[str], Iterable[Iterable[Any]], str], Iterable[bytes]]


def _xlsx(columns: list[str], rows: Iterable[Iterable[Any]], title: str) -> Iterator[bytes]:
    # Made when the first piece is asked for: whoever asks for none (HEAD) leaves no file behind.
    yield from file_bytes(xlsx_file(columns, rows, title=title, right_to_left=get_language_bidi()))


def _csv(columns: list[str], rows: Iterable[Iterable[Any]], title: str) -> Iterator[bytes]:
    return csv_rows(columns, rows)


WRITERS = {"xlsx": Writer("Excel", XLSX_TYPE, _xlsx), "csv": Writer("CSV", CSV_TYPE, _csv)}
