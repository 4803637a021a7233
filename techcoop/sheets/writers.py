"""The kinds of file in which a list can be taken away, for whoever shows the list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language_bidi

from techcoop.sheets.writing import CSV_TYPE, XLSX_TYPE, csv_rows, file_bytes, xlsx_file


@dataclass(frozen=True)
class Writer:
    """One kind of file: its name for people, its type for browsers, and what writes its bytes."""

    label: str
    content_type: str
    write: Callable[[Sequence[Any], Iterable[Iterable[Any]], str], Iterable[bytes]]


def _csv(columns: Sequence[Any], rows: Iterable[Iterable[Any]], title: str) -> Iterable[bytes]:
    return csv_rows(columns, rows)


def _xlsx(columns: Sequence[Any], rows: Iterable[Iterable[Any]], title: str) -> Iterable[bytes]:
    return file_bytes(xlsx_file(columns, rows, title=title, right_to_left=get_language_bidi()))


WRITERS = {"xlsx": Writer("Excel", XLSX_TYPE, _xlsx), "csv": Writer("CSV", CSV_TYPE, _csv)}
