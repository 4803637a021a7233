"""Cells as they are found: tidied of what cannot be seen, and headings made comparable."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_noop

LONGEST_CELL = 2_000_000
MOST_COLUMNS = 500
# Directional overrides and isolates, and control characters other than tab and line ends.
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
CELL_TOO_LONG = gettext_noop("The cell holds more than two million characters.")
TOO_MANY_COLUMNS = gettext_noop("The file has more than five hundred columns: this is no list.")
UNSEEN_TAKEN_OUT = gettext_noop("Characters that cannot be seen were taken out of %(count)s cells.")


def tidied(text: str) -> str:
    """A text without characters that cannot be seen."""
    return text if text.isascii() and text.isprintable() else UNSEEN.sub("", text)


def as_text(cell: Any) -> str:
    """A cell of a workbook as text, as a person reads it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def folded(text: str) -> str:
    """Bare lower-case letters and digits: no accents, spaces or punctuation."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
