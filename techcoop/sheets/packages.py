"""Workbooks that come as packages: bombs, macros and locked ones are refused before they are opened."""

import zipfile
import zlib
from typing import BinaryIO

from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Unreadable

LARGEST_UNPACKED = 800 << 20
LARGEST_RATIO = 120
SMALL_ENOUGH = 20 << 20
MOST_MEMBERS = 5_000

BOMB = gettext_noop("The file unpacks to far more than a list needs; it is not opened.")
DAMAGED = gettext_noop("The file is damaged or was cut off.")
LOCKED = gettext_noop("The file is locked with a password; save it without one.")
MACROS = gettext_noop("The workbook contains macros; save it as a workbook without macros.")
ENTITIES = gettext_noop("The workbook declares its own entities, which no list needs; it is not opened.")
NO_WORKBOOK = gettext_noop("The file is a package, but neither a workbook nor a document.")
WORD = "word/document.xml"
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
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(DAMAGED) from error
    finally:
        file.seek(0)


def _check_contents(names: list[str]) -> None:
    if "ppt/presentation.xml" in names:
        raise Unreadable(SLIDES)
    if any(name.lower().endswith("vbaproject.bin") or name.startswith("Basic/") for name in names):
        raise Unreadable(MACROS)
    if not {WORD, "xl/workbook.xml", "content.xml", "xl/workbook.bin"} & set(names):
        raise Unreadable(NO_WORKBOOK)


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if any(one.flag_bits & 1 for one in members):
        raise Unreadable(LOCKED)
    unpacked = sum(one.file_size for one in members)
    packed = sum(one.compress_size for one in members) or 1
    if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED:
        raise Unreadable(BOMB)
    if unpacked > SMALL_ENOUGH and unpacked / packed > LARGEST_RATIO:
        raise Unreadable(BOMB)


def _check_member(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Unpack once without keeping it: a size that lies fails its checksum here, not in memory."""
    with package.open(member) as unpacked:
        start = unpacked.read(65_536)
        if b"<!ENTITY" in start or b"<!DOCTYPE" in start:
            raise Unreadable(ENTITIES)
        while unpacked.read(1 << 20):
            pass
