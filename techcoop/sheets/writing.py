"""Lists as CSV and Excel: streamed, in constant memory, and never a formula."""

import csv
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from django.utils.timezone import is_aware, localtime
from xlsxwriter.worksheet import Worksheet

from techcoop.sheets.formulas import harmless

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
WIDEST_COLUMN = 60
LINES_AT_ONCE = 500


class _Lines:
    """Collects what the csv writer writes, until it is sent."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def write(self, line: str) -> None:
        self.kept.append(line)

    def take(self) -> bytes:
        taken = "".join(self.kept).encode()
        self.kept.clear()
        return taken


def csv_rows(columns: Sequence[Any], rows: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    """A list as CSV in UTF-8 with a mark that Excel understands, some hundred lines at a time."""
    lines = _Lines()
    lines.write("\ufeff")
    writer = csv.writer(lines)
    writer.writerow([harmless(str(column)) for column in columns])
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])
        if len(lines.kept) >= LINES_AT_ONCE:
            yield lines.take()
    yield lines.take()


def _as_text(cell: Any) -> Any:
    if cell is None:
        return ""
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        return cell
    if isinstance(cell, datetime):
        return _local(cell).isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(str(cell).replace("\0", ""))


def xlsx_file(
    columns: Sequence[Any], rows: Iterable[Iterable[Any]], *, title: str, right_to_left: bool = False
) -> Path:
    """A list as an Excel file in the temporary folder; whoever asks for it removes it (see `file_bytes`)."""
    handle, name = tempfile.mkstemp(suffix=".xlsx", prefix="techcoop-")
    os.close(handle)
    try:
        _write_book(name, columns, rows, title=title, right_to_left=right_to_left)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _write_book(
    name: str, columns: Sequence[Any], rows: Iterable[Iterable[Any]], *, title: str, right_to_left: bool
) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(name, options) as book:
        sheet = book.add_worksheet(sheet_name(title))
        if right_to_left:
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        formats = {
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "time": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        }
        for place, column in enumerate(columns):
            sheet.set_column(place, place, min(WIDEST_COLUMN, max(12, len(str(column)) + 4)))
            sheet.write_string(0, place, str(column), heading)
        for line, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                _write_cell(sheet, line, place, cell, formats)


def _write_cell(sheet: Worksheet, line: int, place: int, cell: Any, formats: dict[str, Any]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        sheet.write_number(line, place, float(cell))
    elif isinstance(cell, datetime):
        sheet.write_datetime(line, place, _local(cell).replace(tzinfo=None), formats["time"])
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), formats["date"])
    else:
        sheet.write_string(line, place, _fitting(str(cell)))


def _fitting(text: str) -> str:
    text = text.replace("\0", "")
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _local(moment: datetime) -> datetime:
    return localtime(moment) if is_aware(moment) else moment


def sheet_name(title: str) -> str:
    """A name that Excel accepts for a sheet."""
    kept = "".join(" " if letter in r"[]:*?/\'" else letter for letter in title)
    return kept.strip()[:31] or "1"


def file_bytes(path: Path, *, size: int = 1 << 16) -> Iterator[bytes]:
    """The bytes of a temporary file, which is gone when the last of them was taken."""
    try:
        with path.open("rb") as file:
            while piece := file.read(size):
                yield piece
    finally:
        path.unlink(missing_ok=True)
