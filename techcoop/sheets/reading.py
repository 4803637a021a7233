"""A list that was handed in, whatever it came as: its headings, then its records, one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from techcoop.sheets.cells import (
    CELL_TOO_LONG,
    LONGEST_CELL,
    MOST_COLUMNS,
    TOO_MANY_COLUMNS,
    UNSEEN_TAKEN_OUT,
    as_text,
    folded,
    tidied,
)
from techcoop.sheets.delimited import delimited_rows
from techcoop.sheets.errors import Reason, Unreadable
from techcoop.sheets.formulas import as_meant
from techcoop.sheets.json_records import json_records
from techcoop.sheets.letters import encoding_of, note_on, texts
from techcoop.sheets.packages import WORD, check_package
from techcoop.sheets.signatures import EMPTY, format_of
from techcoop.sheets.trial import try_first
from techcoop.sheets.word_tables import word_rows
from techcoop.sheets.workbooks import refuse_old_macros, workbook_rows
from techcoop.sheets.xml_records import xml_records

# What comes as objects with names instead of rows below headings.
OBJECTS = ("json", "xml")
USUAL_CELL = 10_000


@dataclass(frozen=True)
class Record:
    """One record: the number of its row as a spreadsheet shows it, and its cells by folded heading."""

    row: int
    cells: dict[str, Any]
    surplus: tuple[str, ...] = ()

    def text(self, heading: str) -> str:
        """The cell as trimmed text; nothing where there is no such column."""
        return as_text(self.cells.get(heading)).strip()


@dataclass
class OpenList:
    """A file that was found to be a list; reading goes on while the records are asked for."""

    headings: tuple[str, ...]
    names: tuple[str, ...]
    rows: Iterator[Any]
    size: int
    file: BinaryIO
    encoding: str = ""
    unseen: int = 0
    known_notes: list[Reason] = field(default_factory=list)

    @property
    def share(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return min(1.0, self.file.tell() / self.size) if self.size else 1.0

    @property
    def notes(self) -> list[Reason]:
        """What the reader should know about how the file was read; complete after the last record."""
        unseen = [Reason(UNSEEN_TAKEN_OUT, {"count": self.unseen})] if self.unseen else []
        return [*self.known_notes, *unseen]

    def records(self) -> Iterator[Record]:
        """The records in their order; rows without anything in them are passed over."""
        read = self._from_objects if self.encoding in OBJECTS else self._from_rows
        return read()

    def _from_rows(self) -> Iterator[Record]:
        width = len(self.names)
        for number, row in enumerate(self.rows, start=2):
            cells = [self._tidied(cell, number, place) for place, cell in enumerate(row)]
            if any(cell not in ("", None) for cell in cells):
                surplus = tuple(as_text(cell) for cell in cells[width:] if cell not in ("", None))
                yield Record(number, dict(zip(self.names, cells, strict=False)), surplus)

    def _from_objects(self) -> Iterator[Record]:
        known: dict[str, str] = {}
        for number, one in enumerate(self.rows, start=2):
            cells = {}
            for key, value in one.items():
                name = known.get(key) or known.setdefault(key, folded(key))
                cells[name] = self._tidied(value, number, 0)
            yield Record(number, cells)

    def _tidied(self, cell: Any, row: int, place: int) -> Any:
        if isinstance(cell, list):
            return [self._tidied(one, row, place) for one in cell]
        if not isinstance(cell, str) or (len(cell) < USUAL_CELL and cell.isascii() and cell.isprintable()):
            return cell
        if len(cell) > LONGEST_CELL:
            column = self.headings[place] if place < len(self.headings) else ""
            raise Unreadable(CELL_TOO_LONG, row=row, column=column)
        clean = tidied(cell)
        self.unseen += clean is not cell and clean != cell
        return clean


def open_list(file: BinaryIO) -> OpenList:
    """Find out what was handed in, refuse what could do harm, and begin to read."""
    file.seek(0, 2)
    size = file.tell()
    if not size:
        raise Unreadable(EMPTY)
    kind = format_of(file)
    if kind == "zip":
        return _with_headings(_rows_of_a_package(file), size, file)
    if kind == "xls":
        refuse_old_macros(file)
        try_first(file)
        return _with_headings(workbook_rows(file), size, file)
    if kind == "xml":
        return _with_keys(xml_records(file), size, file, kind=kind)
    encoding = encoding_of(file)
    if kind == "json":
        return _with_keys(json_records(texts(file, encoding)), size, file, kind=kind)
    rows = ([as_meant(cell) for cell in row] for row in delimited_rows(texts(file, encoding)))
    opened = _with_headings(rows, size, file)
    opened.encoding = encoding
    opened.known_notes = [note] if (note := note_on(encoding)) else []
    return opened


def _rows_of_a_package(file: BinaryIO) -> Iterator[list[Any]]:
    members = check_package(file)
    if any(name.lower().endswith("workbook.bin") for name in members):
        try_first(file)
    return word_rows(file) if WORD in members else workbook_rows(file)


def _with_headings(rows: Iterator[list[Any]], size: int, file: BinaryIO) -> OpenList:
    headings = [tidied(as_text(cell)).strip() for cell in next(rows, [])]
    while headings and not headings[-1]:
        headings.pop()
    if not headings:
        raise Unreadable(EMPTY)
    if len(headings) > MOST_COLUMNS:
        raise Unreadable(TOO_MANY_COLUMNS)
    return OpenList(tuple(headings), distinct([folded(one) for one in headings]), rows, size, file)


def distinct(names: list[str]) -> tuple[str, ...]:
    """A heading that comes again is numbered: rgrp, rgrp2."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}{seen[name]}")
    return tuple(found)


def _with_keys(records: Iterator[dict[str, Any]], size: int, file: BinaryIO, *, kind: str) -> OpenList:
    first = next(records, None)
    if first is None:
        raise Unreadable(EMPTY)
    opened = OpenList(tuple(first), tuple(folded(key) for key in first), _all(first, records), size, file)
    opened.encoding = kind
    return opened


def _all(first: dict[str, Any], rest: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield first
    yield from rest
