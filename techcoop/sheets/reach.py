"""How far the sheets of a workbook reach: a reader makes room for every cell between the first and the last.

Two cells in opposite corners of a sheet of 1 KB would ask for 549 GB, and whoever asks for that is ended by
the system. So the cells are counted as they stream past, by their own references: what a sheet says of its
dimension need not be true. A cell without content takes no room, as in the reader.
"""

from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Unreadable

MOST_CELLS = 10_000_000
TOO_FAR = gettext_noop(
    "With the cell %(cell)s a sheet spans more than ten million cells; delete what stands far out."
)
TOO_MANY_TEXTS = gettext_noop("The workbook holds more than ten million texts: this is no list.")
NO_CELL = gettext_noop("“%(cell)s” is no address of a cell; the workbook is damaged.")

DIGITS = "0123456789"
Attributes = dict[str, str]


class Span:
    """The rectangle between the first and the last cell that holds anything."""

    def __init__(self) -> None:
        self.top = self.left = self.bottom = self.right = self.before = 0

    def take(self, cell: tuple[int, int]) -> None:
        """Widen it to this cell, unless it becomes too large."""
        row, column = cell
        if self.top <= row <= self.bottom and self.left <= column <= self.right:
            return
        self.top, self.left = min(self.top or row, row), min(self.left or column, column)
        self.bottom, self.right = max(self.bottom, row), max(self.right, column)
        if self.before + self.cells > MOST_CELLS:
            raise Unreadable(TOO_FAR, cell=f"{letters(column)}{row}")

    @property
    def cells(self) -> int:
        """How many cells it has, the empty ones included."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1) if self.top else 0

    def close(self) -> None:
        """Begin another sheet of the same workbook; what lies behind it stays counted."""
        self.before += self.cells
        self.top = self.left = self.bottom = self.right = 0


class ExcelSheet:
    """The cells of one part of an Excel workbook, whichever part that is; what is no sheet has none."""

    def __init__(self) -> None:
        self.span = Span()
        self.row = self.column = self.texts = 0
        self.columns: dict[str, int] = {}
        self.at: tuple[int, int] | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        """Every mark of the workbook comes by here: the usual ones are told first."""
        name = tag.rpartition(":")[2] if ":" in tag else tag
        if self.at and name in ("v", "is", "f"):
            self.span.take(self.at)
            self.at = None
        elif name == "c":
            self.at = self._place(attributes.get("r", ""))
        elif name == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif name == "si":
            self._count_text()

    def _count_text(self) -> None:
        self.texts += 1
        if self.texts > MOST_CELLS:
            raise Unreadable(TOO_MANY_TEXTS)

    def _place(self, address: str) -> tuple[int, int]:
        """Where a cell stands; without an address it stands behind the one before it."""
        if not address:
            self.column += 1
            return self.row, self.column
        column = address.rstrip(DIGITS)
        row = address[len(column) :]
        self.column = self.columns.get(column) or self.columns.setdefault(column, number_of(column))
        if not (self.column and row and len(row) < 10):
            raise Unreadable(NO_CELL, cell=address[:20])
        return int(row), self.column


class OpenDocumentSheets:
    """The cells of all sheets of an OpenDocument workbook, as often as they say that they are repeated."""

    def __init__(self) -> None:
        self.span = Span()
        self.row = self.rows = self.column = self.tables = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        name = tag.rpartition(":")[2]
        if name == "table":
            if not self.tables:
                self.span.close()
                self.row = self.rows = 0
            self.tables += 1
        elif name == "table-row":
            self.row += self.rows
            self.rows, self.column = repeated("rows", attributes), 0
        elif name in ("table-cell", "covered-table-cell"):
            self.column += repeated("columns", attributes)
            if any(one.endswith(("value", "value-type", "formula")) for one in attributes):
                # The reader fills what stands empty before a cell, from the first row and column on.
                self.span.take((1, 1))
                self.span.take((self.row + self.rows, self.column))

    def end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "table":
            self.tables -= 1


def repeated(what: str, attributes: Attributes) -> int:
    """How often a row or a cell of an OpenDocument sheet stands there."""
    said = [text for key, text in attributes.items() if key.endswith(f"number-{what}-repeated")]
    if any(not (text.isdecimal() and len(text) < 10) for text in said):
        raise Unreadable(NO_CELL, cell=said[0][:20])
    return max((int(text) for text in said), default=1)


def number_of(column: str) -> int:
    """The number of a column from its letters; nothing where these are none."""
    if not (column.isascii() and column.isalpha() and len(column) <= 3):
        return 0
    number = 0
    for letter in column.upper():
        number = number * 26 + ord(letter) - 64
    return number


def letters(column: int) -> str:
    """The letters of a column from its number."""
    text = ""
    while column:
        column, letter = divmod(column - 1, 26)
        text = chr(65 + letter) + text
    return text
