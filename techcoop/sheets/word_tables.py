"""Rows of the tables in a Word document: for lists that are issued as documents."""

import zipfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO

from django.utils.translation import gettext_noop

from techcoop.sheets.cells import CELL_TOO_LONG, LONGEST_CELL, MOST_COLUMNS, TOO_MANY_COLUMNS
from techcoop.sheets.errors import Unreadable
from techcoop.sheets.markup import MALFORMED, a_parser, parsed
from techcoop.sheets.packages import DAMAGED, LONGEST_MARK

NO_TABLE = gettext_noop("The Word document holds no table: this is no list.")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
ROW, CELL, PARAGRAPH, TEXT = (W + one for one in ("tr", "tc", "p", "t"))
DEEPEST = 500
BESIDE = ["Page header", "Section"]


def word_rows(file: BinaryIO) -> Iterator[list[Any]]:
    """The rows of all tables with the headings of the first; beside them the page header and the section.

    A row of one cell across the table is a section: what it says stands beside every row below it.
    """
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            header = _page_header(package)
            with package.open("word/document.xml") as document:
                yield from _rows(document, header)
    except (*MALFORMED, zipfile.BadZipFile, OSError, EOFError) as error:
        raise Unreadable(DAMAGED) from error


def _page_header(package: zipfile.ZipFile) -> str:
    texts = []
    for name in sorted(one for one in package.namelist() if one.startswith("word/header")):
        seen = _Document()
        with package.open(name) as header:
            for _piece in _read(header, seen):
                pass
        texts.append(" ".join("".join(seen.words).split()))
    return " ".join(dict.fromkeys(texts))


def _rows(document: IO[bytes], header: str) -> Iterator[list[Any]]:
    headings: list[str] = []
    section = ""
    for cells in _rows_of_cells(document):
        if not headings and len(cells) > 1:
            headings = cells
            yield [*headings, *BESIDE]
        elif headings and len(cells) == 1:
            section = cells[0]
            yield []
        elif headings and cells != headings:
            yield [*cells, *[""] * (len(headings) - len(cells)), header, section]
    if not headings:
        raise Unreadable(NO_TABLE)


def _rows_of_cells(document: IO[bytes]) -> Iterator[list[str]]:
    seen = _Document()
    for _piece in _read(document, seen):
        # What stands outside of the tables is passed over.
        if not seen.rows:
            seen.forget_words()
        yield from seen.complete
        seen.complete.clear()


def _read(file: IO[bytes], seen: "_Document") -> Iterator[None]:
    parser = a_parser(namespaces=True)
    parser.StartElementHandler, parser.EndElementHandler = seen.start, seen.end
    parser.CharacterDataHandler = seen.text
    return parsed(file, parser, longest_mark=LONGEST_MARK)


class _Document:
    """What the parser has seen so far of the rows that are not complete, and nothing else of the document."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.rows: list[list[str]] = []
        self.cells: list[list[str]] = []
        self.begun: list[int] = []
        self.words: list[str] = []
        self.length = 0
        self.complete: list[list[str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.path) >= DEEPEST:
            raise Unreadable(DAMAGED)
        if tag == ROW:
            self.rows.append([])
        elif tag == CELL:
            self.cells.append([])
        elif tag == PARAGRAPH and self._above() == CELL:
            self.begun.append(len(self.words))
        self.path.append(tag)

    def text(self, text: str) -> None:
        if self._above() == TEXT:
            self._grow(len(text))
            self.words.append(text)

    def end(self, tag: str) -> None:
        self.path.pop()
        if tag == PARAGRAPH and self._above() == CELL:
            self._grow(1)
            self.cells[-1].append("".join(self.words[self.begun.pop() :]))
        elif tag == CELL:
            self._end_cell("\n".join(self.cells.pop()).strip())
        elif tag == ROW:
            self.complete.append(self.rows.pop())
            if not self.rows:
                self.forget_words()

    def forget_words(self) -> None:
        """What was read of a row is in its cells, or belongs to none."""
        self.words, self.length = [], 0

    def _grow(self, by: int) -> None:
        self.length += by
        if self.length > LONGEST_CELL:
            raise Unreadable(CELL_TOO_LONG)

    def _end_cell(self, text: str) -> None:
        if self._above() == ROW:
            self.rows[-1].append(text)
            if len(self.rows[-1]) > MOST_COLUMNS:
                raise Unreadable(TOO_MANY_COLUMNS)

    def _above(self) -> str:
        return self.path[-1] if self.path else ""
