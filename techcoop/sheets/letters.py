"""Which bytes are which letters: UTF-8 where it is, old encodings by what makes sense in its place."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Reason, Unreadable

PIECE = 1 << 20
OLD_LETTERS = re.compile(rb"[\x80-\xff]")
MOST_OLD_LETTERS = 0.2

NOT_TEXT = gettext_noop("The file contains zero bytes: it is damaged, or it is not text.")
OTHER_SCRIPT = gettext_noop("The letters of the file cannot be told; save it as CSV in UTF-8.")
READ_AS = gettext_noop("The file is not in UTF-8; it was read as %(encoding)s.")
SPOILED = gettext_noop(
    "The letters of the file had been spoiled by saving it in wrong encodings; "
    "they were mended by what makes sense in their place."
)
NAMES = {"cp1252": "Windows 1252", "mac_roman": "Mac Roman"}


def _table(encoding: str) -> dict[int, str]:
    return {byte: bytes([byte]).decode(encoding, "replace") for byte in range(128, 256)}


def _spoiled_again(table: dict[int, str]) -> dict[int, str]:
    """What a byte stands for when Mac Roman was once more taken for Windows 1252 and saved as Mac Roman."""
    mac = _table("mac_roman")
    again = {}
    for byte in table:
        taken = mac[byte].encode("cp1252", "ignore")
        again[byte] = table.get(taken[0], "\ufffd") if taken else "\ufffd"
    return again


_MAC = _table("mac_roman")
_MAC_TWICE = _spoiled_again(_MAC)
CANDIDATES: dict[str, dict[int, str]] = {
    "cp1252": _table("cp1252"),
    "mac_roman": _MAC,
    "mac_roman spoiled once": _MAC_TWICE,
    "mac_roman spoiled twice": _spoiled_again(_MAC_TWICE),
}


def encoding_of(file: BinaryIO) -> str:
    """The encoding of a text, from all of its bytes."""
    file.seek(0)
    start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.count(0) == 2:
        return "utf-16-be" if start[0] == 0 else "utf-16-le"
    return "utf-8-sig" if _is_utf8(file) else _old_encoding(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece


def _is_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in _pieces(file):
            decoder.decode(piece)
            if b"\0" in piece:
                raise Unreadable(NOT_TEXT)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _old_encoding(file: BinaryIO) -> str:
    scores: Counter[str] = Counter(dict.fromkeys(CANDIDATES, 0))
    total = old = 0
    for piece in _pieces(file):
        if b"\0" in piece:
            raise Unreadable(NOT_TEXT)
        total += len(piece)
        for found in OLD_LETTERS.finditer(piece):
            old += 1
            for name, table in CANDIDATES.items():
                scores[name] += _sense(piece, found.start(), table)
    if old > MOST_OLD_LETTERS * total:
        raise Unreadable(OTHER_SCRIPT)
    return scores.most_common(1)[0][0]


def _sense(piece: bytes, place: int, table: dict[int, str]) -> int:
    """How much sense a letter makes between its neighbours."""
    letter = table[piece[place]]
    before, after = piece[max(0, place - 1) : place], piece[place + 1 : place + 2]
    inside = (before.isalpha(), after.isalpha())
    if letter in "’‘“”«»":
        return _sense_of_quotation(letter, inside)
    if letter in "–—":
        return -1 if any(inside) else 3
    if letter == "°":
        return 3 if before in (b"N", b"n") or before.isdigit() else -1
    if letter.islower() and letter not in "ªºƒµ":
        return sum(inside) + (1 if all(inside) else 0)
    if letter.isupper():
        return -2 if before.islower() else int(inside[1])
    return 0 if letter == "\xa0" else -1


def _sense_of_quotation(letter: str, inside: tuple[bool, bool]) -> int:
    if letter == "’" and all(inside):
        return 4
    opening = letter in "‘“«"
    wanted = (False, True) if opening else (True, False)
    return 3 if inside == wanted else (1 if letter in "”»’" and not any(inside) else -1)


def texts(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The text, some at a time."""
    if encoding in CANDIDATES:
        yield from _old_texts(file, encoding)
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(file):
            yield decoder.decode(piece)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Unreadable(NOT_TEXT) from error


def _old_texts(file: BinaryIO, encoding: str) -> Iterator[str]:
    """Old letters; in a spoiled text each by what makes most sense in its place, the most usual at a tie."""
    ranked = sorted(CANDIDATES.values(), key=lambda table: table is not CANDIDATES[encoding])
    if encoding in NAMES:
        ranked = ranked[:1]
    # One byte of context on the left, and the last byte waits for its right neighbour.
    carried, start = b"", 0
    for piece in _pieces(file):
        known = carried + piece
        yield _mended(known, ranked, start, len(known) - 1)
        carried = known[-2:]
        start = len(carried) - 1
    yield _mended(carried, ranked, start, len(carried))


def _mended(piece: bytes, ranked: list[dict[int, str]], start: int, end: int) -> str:
    parts, last = [], start
    for found in OLD_LETTERS.finditer(piece, start, end):
        place = found.start()
        best = max(ranked, key=lambda table: _sense(piece, place, table))
        parts += [piece[last:place].decode("ascii"), best[piece[place]]]
        last = place + 1
    parts.append(piece[last:end].decode("ascii"))
    return "".join(parts)


def note_on(encoding: str) -> Reason | None:
    """What the reader should know about the letters of the file."""
    if encoding not in CANDIDATES:
        return None
    if encoding in NAMES:
        return Reason(READ_AS, {"encoding": NAMES[encoding]})
    return Reason(SPOILED)
