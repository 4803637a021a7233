"""Rows of a workbook: the first sheet that holds anything; values only, no formula is worked out."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext_noop
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from techcoop.sheets.errors import Unreadable
from techcoop.sheets.packages import DAMAGED, LOCKED, MACROS
from techcoop.sheets.signatures import EMPTY

NO_ROWS = gettext_noop("No sheet of the workbook holds rows.")
OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def workbook_rows(file: BinaryIO) -> Iterator[list[Any]]:
    """The rows, the headings first."""
    file.seek(0)
    try:
        yield from _rows_of_the_first(CalamineWorkbook.from_filelike(file))
    except PasswordError as error:
        raise Unreadable(LOCKED) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Unreadable(DAMAGED) from error
    except BaseException as error:
        # The reader is written in Rust; what it did not expect is no Exception of Python.
        if type(error).__name__ != "PanicException":
            raise
        raise Unreadable(DAMAGED) from error


def _rows_of_the_first(book: CalamineWorkbook) -> Iterator[list[Any]]:
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            yield from sheet.iter_rows()
            return
    raise Unreadable(NO_ROWS if book.sheet_names else EMPTY)


def refuse_old_macros(file: BinaryIO) -> None:
    """An old workbook with macros names them in its directory."""
    file.seek(0)
    held = b""
    while piece := file.read(1 << 20):
        if OLD_MACROS in held + piece:
            raise Unreadable(MACROS)
        held = piece[-len(OLD_MACROS) :]
    file.seek(0)
