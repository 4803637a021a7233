"""How wide the columns of a table are: each as what it holds asks for, so that little space is wasted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

from techcoop.press.blocks import Cell, Figure, Table, runs_of

# The room of a page in letters of the small print and of the smaller one, for tables that are full;
# what a cell has of it before and after its words.
LINE, DENSE_LINE, MARGIN = 88, 104, 2
# No word claims more than this, and no text more than a few lines of this length.
LONGEST_WORD, LONGEST_LINE = 18, 60
# The number of a note, raised and small: what it takes behind the head of a row.
NOTE = 2
# Letters in bold, as titles have them, are wider.
BOLD = 1.15
# A text that is longer than most counts for half: the others would pay for it.
MOST = 0.9


@dataclass(frozen=True)
class Widths:
    """The share of each column in the whole; whether the table is so full that it wants a smaller print."""

    shares: tuple[int, ...]
    is_dense: bool


def widths_of(table: Table) -> Widths:
    """The widths for a table: every word has its room, and what remains goes to who has more to say."""
    columns = [
        _asks(table.header[place], [_text(row[place], noted=place == 0) for row in table.rows])
        for place in range(len(table.header))
    ]
    least = [needed + MARGIN for needed, _wished in columns]
    wishes = [max(0, wished - needed) for needed, wished in columns]
    is_dense = sum(least) > LINE
    left = (DENSE_LINE if is_dense else LINE) - sum(least)
    if left <= 0 or not any(wishes):
        return Widths(tuple(10 * one for one in least), is_dense)
    shares = (10 * (one + left * wish / sum(wishes)) for one, wish in zip(least, wishes, strict=True))
    return Widths(tuple(round(one) for one in shares), is_dense)


def _asks(title: str, cells: Sequence[str]) -> tuple[int, int]:
    """What a column needs for its longest word, and what it wishes for most of its texts."""
    texts = set(cells)
    needed = max(round(BOLD * _longest_word(title)), *(_longest_word(one) for one in texts), 2)
    lengths = sorted(length(one) for one in texts) or [0]
    most, longest = lengths[int(MOST * (len(lengths) - 1))], lengths[-1]
    return needed, (min(LONGEST_LINE, most) + min(LONGEST_LINE, longest)) // 2


def _text(cell: Cell, *, noted: bool) -> str:
    """What a cell says; the head of a row with the room of its note."""
    said = "".join(run.text if isinstance(run, Figure) else run for run in runs_of(cell))
    return f"{said}{'0' * NOTE}" if noted else said


def _longest_word(text: str) -> int:
    return min(LONGEST_WORD, max((length(word) for word in _words(text)), default=0))


def _words(text: str) -> Iterable[str]:
    """The parts between which a line may break; a code and a number stay whole."""
    for word in text.replace("\n", " ").split(" "):
        is_code = any(sign.isdigit() for sign in word)
        yield from (word,) if is_code else word.replace("-", "- ").split(" ")


def length(text: str) -> int:
    """How many letters of middling width a text takes."""
    return round(sum(map(_width, text)))


@lru_cache(maxsize=10_000)
def _width(sign: str) -> float:
    if east_asian_width(sign) in "WF":
        return 1.8
    if sign in "mwMW%@":
        return 1.5
    if sign in "iljtfrIJ.,:;'’()[]|- ":
        return 0.6
    return 1.35 if sign.isupper() else 1
