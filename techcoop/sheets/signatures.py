"""What a file really is, told from its first bytes; its name is never believed."""

from typing import BinaryIO

from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Unreadable

# What is no list, and what it is instead.
NOT_LISTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", gettext_noop("This is a PDF, not a list.")),
    (b"\x89PNG", gettext_noop("This is a picture, not a list.")),
    (b"\xff\xd8\xff", gettext_noop("This is a picture, not a list.")),
    (b"GIF8", gettext_noop("This is a picture, not a list.")),
    (b"\x7fELF", gettext_noop("This is a program, not a list.")),
    (b"MZ", gettext_noop("This is a program, not a list.")),
    (b"Rar!", gettext_noop("This is a packed archive; unpack it and hand in the list inside.")),
    (b"7z\xbc\xaf", gettext_noop("This is a packed archive; unpack it and hand in the list inside.")),
    (b"\x1f\x8b", gettext_noop("This is a packed archive; unpack it and hand in the list inside.")),
    (b"BZh", gettext_noop("This is a packed archive; unpack it and hand in the list inside.")),
    (b"{\\rtf", gettext_noop("This is a text document, not a list.")),
    (b"SQLite format 3", gettext_noop("This is a database, not a list.")),
)
WEB_PAGE = gettext_noop("This is a web page, not a list.")
EMPTY = gettext_noop("The file is empty.")


def format_of(file: BinaryIO) -> str:
    """One of: zip, xls, json, xml, text. Refuses what is none of them."""
    file.seek(0)
    start = file.read(4096)
    file.seek(0)
    if not start.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Unreadable(EMPTY)
    for signature, sentence in NOT_LISTS:
        if start.startswith(signature):
            raise Unreadable(sentence)
    if start.startswith(b"PK"):
        return "zip"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    return _format_of_text(start)


def _format_of_text(start: bytes) -> str:
    beginning = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if beginning.startswith((b"<!doctype html", b"<html")):
        raise Unreadable(WEB_PAGE)
    if beginning.startswith((b"<?xml", b"<codelist", b"<!--")):
        return "xml"
    return "json" if beginning[:1] in (b"[", b"{") else "text"
