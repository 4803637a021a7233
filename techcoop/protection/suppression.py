"""Do no harm in tables: small cells are left out, and with them whatever would give them away."""

from collections.abc import Iterator
from dataclasses import dataclass

SMALLEST = 5
Place = tuple[int, int]


@dataclass(frozen=True)
class Safe:
    """A table with its totals, in which None stands for what is left out."""

    rows: tuple[tuple[int | None, ...], ...]


def suppressed(rows: list[list[int]]) -> Safe:
    """Leave out cells of one to four people, then others until no line gives a cell away.

    The last column and the last row are sums, and count as cells of their lines.
    """
    whole = with_sums(rows)
    hidden = {
        (row, column)
        for row, line in enumerate(whole)
        for column, value in enumerate(line)
        if 0 < value < SMALLEST
    }
    while more := next(_giveaways(whole, hidden), None):
        hidden.add(more)
    return Safe(
        tuple(
            tuple(None if (row, column) in hidden else value for column, value in enumerate(line))
            for row, line in enumerate(whole)
        )
    )


def with_sums(rows: list[list[int]]) -> list[list[int]]:
    """The table with a last column and a last row of sums."""
    wide = [[*row, sum(row)] for row in rows]
    return [*wide, [sum(column) for column in zip(*wide, strict=True)]] if wide else []


def _giveaways(whole: list[list[int]], hidden: set[Place]) -> Iterator[Place]:
    """The next cell to leave out, in a line in which a single one is hidden and so can be reckoned."""
    for line in _lines(whole):
        if len([place for place in line if place in hidden]) == 1:
            yield min((place for place in line if place not in hidden), key=lambda at: _cost(whole, at))


def _lines(whole: list[list[int]]) -> Iterator[list[Place]]:
    height, width = len(whole), len(whole[0]) if whole else 0
    for row in range(height):
        yield [(row, column) for column in range(width)]
    for column in range(width):
        yield [(row, column) for row in range(height)]


def _cost(whole: list[list[int]], place: Place) -> tuple[bool, int, Place]:
    """Hide small numbers before large ones, and an empty cell last."""
    value = whole[place[0]][place[1]]
    return (value == 0, value, place)
