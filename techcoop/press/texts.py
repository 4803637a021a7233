"""What may go to print: texts from anywhere, without what could disturb the setting of a page."""

import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language_bidi

FONTS = Path(__file__).parent / "fonts"
SIDES = {"L": "ltr", "R": "rtl", "AL": "rtl"}
REPLACEMENT = "\ufffd"
# Marks that turn the direction of what follows them; the setting of a page decides that by itself.
TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


@lru_cache(maxsize=1)
def coverage() -> frozenset[int]:
    """Every character one of our fonts can print."""
    found: set[int] = set()
    for line in (FONTS / "coverage.txt").read_text().split():
        first, last = (int(part, 16) for part in line.split("-"))
        found.update(range(first, last + 1))
    return frozenset(found)


def harmless(text: str) -> str:
    """The text without control characters, turning marks and halves of characters."""
    if text.isprintable():
        return text
    kept = []
    for one in text.replace("\r\n", "\n").replace("\r", "\n"):
        if one in "\n\t":
            kept.append("\n" if one == "\n" else " ")
        elif unicodedata.category(one) == "Cs":
            kept.append(REPLACEMENT)
        elif unicodedata.category(one) not in ("Cc", "Cn", "Co") and ord(one) not in TURNING:
            kept.append(one)
    return "".join(kept)


def turned(text: str, *, within: bool | None = None) -> str:
    """The direction of most letters of a text, where it is not that of its surroundings; else nothing.

    A record keeps its language in a report of another; told its direction, it ends with its full stop.
    `within` says whether the surroundings run from the right; without it, the language in force does.
    """
    from_the_right = get_language_bidi() if within is None else within
    ours, theirs = ("rtl", "ltr") if from_the_right else ("ltr", "rtl")
    if theirs == "rtl" and text.isascii():
        return ""
    letters = Counter(SIDES.get(unicodedata.bidirectional(one)) for one in text)
    return theirs if letters[theirs] > letters[ours] else ""


def printable(text: str) -> str:
    """The text as our fonts can print it; a sign none of them has is shown as missing, never left out."""
    if text.isascii() and text.isprintable():
        return text
    covered = coverage()
    composed = unicodedata.normalize("NFC", harmless(text))
    return "".join(one if one == "\n" or ord(one) in covered else REPLACEMENT for one in composed)


def all_printable(data: Any) -> Any:
    """The same data with every text made printable, however deep it lies."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {key: all_printable(one) for key, one in data.items()}
    if isinstance(data, list | tuple):
        return [all_printable(one) for one in data]
    return data
