"""Files as they are handed in: good ones, spoiled ones and hostile ones."""

import io
import zipfile

import xlsxwriter

from techcoop.sheets.reading import OpenList, Record, open_list


def opened(content: bytes) -> OpenList:
    return open_list(io.BytesIO(content))


def records(content: bytes) -> list[Record]:
    return list(opened(content).records())


def a_workbook(*rows: list) -> bytes:
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return kept.getvalue()


def a_package(**members: bytes | str) -> bytes:
    """A package with these members; two underscores stand for a slash, one for a point."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_", "."), content)
    return kept.getvalue()


def with_member(workbook: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one member replaced or added."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return kept.getvalue()
