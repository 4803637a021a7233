"""Workbooks that come as packages: bombs, macros and locked ones are refused before they are opened."""

import zipfile
import zlib
from typing import IO, BinaryIO

from django.utils.translation import gettext_noop

from techcoop.sheets import markup
from techcoop.sheets.errors import Unreadable
from techcoop.sheets.reach import ExcelSheet, OpenDocumentSheets

LARGEST_UNPACKED = 500 << 20
LARGEST_MEMBER = 400 << 20
LARGEST_RATIO = 120
LONGEST_MARK = 16 << 20
SMALL_ENOUGH = 20 << 20
MOST_MEMBERS = 5_000

BOMB = gettext_noop("The file unpacks to far more than a list needs; it is not opened.")
DAMAGED = gettext_noop("The file is damaged or was cut off.")
LOCKED = gettext_noop("The file is locked with a password; save it without one.")
MACROS = gettext_noop("The workbook contains macros; save it as a workbook without macros.")
NO_WORKBOOK = gettext_noop("The file is a package, but neither a workbook nor a document.")
NO_PACKAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)
WORD = "word/document.xml"
OPEN_DOCUMENT = "content.xml"
BINARY_WORKBOOK = "xl/workbook.bin"
# Which member is a sheet is said here, and a sheet is read as XML whatever it is called.
LINKS = "xl/_rels/workbook.xml.rels"
SLIDES = gettext_noop("This is a presentation, not a list.")


def check_package(file: BinaryIO) -> list[str]:
    """Look into the package without opening it, refuse what could do harm; the names of its members."""
    try:
        with zipfile.ZipFile(file) as package:
            _check_contents([one.filename for one in package.infolist()])
            _check_sizes(package.infolist())
            for member in package.infolist():
                _check_member(package, member)
            return package.namelist()
    except (*markup.MALFORMED, *NO_PACKAGE) as error:
        raise Unreadable(DAMAGED) from error
    finally:
        file.seek(0)


def _check_contents(names: list[str]) -> None:
    # A reader finds a member however its name is written.
    plain = {name.lower().replace("\\", "/") for name in names}
    if "ppt/presentation.xml" in plain:
        raise Unreadable(SLIDES)
    if any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in plain):
        raise Unreadable(MACROS)
    if len({WORD, "xl/workbook.xml", OPEN_DOCUMENT, BINARY_WORKBOOK} & plain) != 1:
        raise Unreadable(NO_WORKBOOK)


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if any(one.flag_bits & 1 for one in members):
        raise Unreadable(LOCKED)
    unpacked = sum(one.file_size for one in members)
    packed = sum(one.compress_size for one in members)
    if len(members) > MOST_MEMBERS or _is_too_much(unpacked, packed, most=LARGEST_UNPACKED):
        raise Unreadable(BOMB)
    # Each by itself, too: one member that packs badly would hide another.
    if any(_is_too_much(one.file_size, one.compress_size, most=LARGEST_MEMBER) for one in members):
        raise Unreadable(BOMB)


def _is_too_much(unpacked: int, packed: int, *, most: int) -> bool:
    return unpacked > most or (unpacked > SMALL_ENOUGH and unpacked > packed * LARGEST_RATIO)


def _check_member(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Unpack once without keeping it, to the end and not only as far as its size says: others may read on."""
    said, member.file_size = member.file_size, LARGEST_MEMBER + 1
    with package.open(member) as unpacked:
        if member.filename.lower().endswith((".xml", ".rels")) and said:
            _check_xml(unpacked, member.filename)
        while unpacked.tell() <= said and unpacked.read(1 << 20):
            pass
        if unpacked.tell() != said:
            raise zipfile.BadZipFile("It does not have the size that it says.")


def _check_xml(unpacked: IO[bytes], name: str) -> None:
    """All of it is parsed as it streams past: an entity is found wherever it is declared."""
    parser = markup.a_parser()
    if name.lower().replace("\\", "/") == LINKS:
        parser.StartElementHandler = _check_link
    elif name == OPEN_DOCUMENT:
        sheets = OpenDocumentSheets()
        parser.StartElementHandler, parser.EndElementHandler = sheets.start, sheets.end
    elif name != WORD:
        parser.StartElementHandler = ExcelSheet().start
    for _piece in markup.parsed(unpacked, parser, longest_mark=LONGEST_MARK):
        pass


def _check_link(tag: str, attributes: dict[str, str]) -> None:
    """A sheet under a name that is not looked into would be a way around."""
    target = attributes.get("Target", "")
    if target and attributes.get("TargetMode") != "External" and not target.lower().endswith(".xml"):
        raise Unreadable(DAMAGED)
