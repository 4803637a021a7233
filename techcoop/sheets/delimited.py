"""Rows of a delimited text: any line end, any usual delimiter, and an open quotation mark is found out."""

import csv
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_noop

from techcoop.sheets.cells import CELL_TOO_LONG, LONGEST_CELL
from techcoop.sheets.errors import Unreadable

DELIMITERS = ",;\t|"
END = re.compile("\r\n|\r|\n")
LONGEST_LINE = 4 * LONGEST_CELL
OPEN_QUOTATION = gettext_noop(
    "A quotation mark is opened and never closed: the file was cut off or is damaged."
)
ONE_COLUMN = gettext_noop("No columns can be told apart: this is no list.")

csv.field_size_limit(LONGEST_CELL)


def lines(texts: Iterable[str]) -> Iterator[str]:
    """Lines with whatever ends them: CR, LF or both."""
    held: list[str] = []
    length = 0
    for text in _whole_ends(texts):
        last = 0
        for found in END.finditer(text):
            yield "".join([*held, text[last : found.end()]])
            held, length, last = [], 0, found.end()
        held.append(text[last:])
        length += len(text) - last
        if length > LONGEST_LINE:
            raise Unreadable(CELL_TOO_LONG)
    if length:
        yield "".join(held)


def _whole_ends(texts: Iterable[str]) -> Iterator[str]:
    """The same texts, never cut between CR and LF."""
    held = ""
    for text in texts:
        whole = held + text
        held = "\r" if whole.endswith("\r") else ""
        yield whole[: len(whole) - len(held)]
    yield held


def delimiter_of(heading: str) -> str:
    """The delimiter, told from the headings."""
    bare = re.sub('"[^"]*"', "", heading)
    found = max(DELIMITERS, key=bare.count)
    if not bare.count(found):
        raise Unreadable(ONE_COLUMN, row=1)
    return found


class _Watched:
    """Lines on their way to the reader, which knows when it has given the last one."""

    def __init__(self, source: Iterator[str]) -> None:
        self.source, self.is_exhausted = source, False

    def __iter__(self) -> "_Watched":
        return self

    def __next__(self) -> str:
        try:
            return next(self.source)
        except StopIteration:
            self.is_exhausted = True
            raise


def delimited_rows(texts: Iterable[str]) -> Iterator[list[str]]:
    """The rows, the headings first."""
    source = lines(texts)
    heading = next(source, "")
    delimiter = delimiter_of(heading)
    watched = _Watched(_one_before(heading, source))
    reader = csv.reader(watched, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(CELL_TOO_LONG, row=number) from error
        if watched.is_exhausted:
            raise Unreadable(OPEN_QUOTATION, row=number)
        yield row


def _one_before(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
