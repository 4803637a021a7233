"""Rows of the tables in a Word document: for lists that are issued as documents."""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext_noop
from lxml import etree

from techcoop.sheets.errors import Unreadable
from techcoop.sheets.packages import DAMAGED

NO_TABLE = gettext_noop("The Word document holds no table: this is no list.")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
    except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, OSError, EOFError) as error:
        raise Unreadable(DAMAGED) from error


def _page_header(package: zipfile.ZipFile) -> str:
    names = sorted(one for one in package.namelist() if one.startswith("word/header"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    texts = ("".join(etree.fromstring(package.read(one), parser).itertext(f"{W}t")) for one in names)
    return " ".join(dict.fromkeys(" ".join(text.split()) for text in texts))


def _rows(document: Any, header: str) -> Iterator[list[Any]]:
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


def _rows_of_cells(document: Any) -> Iterator[list[str]]:
    parts = etree.iterparse(document, tag=f"{W}tr", resolve_entities=False, no_network=True)
    for _event, row in parts:
        yield [_text(cell) for cell in row.iterchildren(f"{W}tc")]
        row.clear()


def _text(cell: Any) -> str:
    """The paragraphs of a cell as lines."""
    return "\n".join("".join(one.itertext(f"{W}t", f"{W}tab")) for one in cell.iterchildren(f"{W}p")).strip()
