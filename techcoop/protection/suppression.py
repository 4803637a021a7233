"""Do no harm in tables: small cells are left out, and with them whatever would give them away."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

SMALLEST = 5
Place = tuple[int, int]


@dataclass(frozen=True)
class Safe:
    """A table with its totals, in which None stands for what is left out."""

    rows: tuple[tuple[int | None, ...], ...]


def suppressed(rows: list[list[int]]) -> Safe:
    """Leave out cells of one to four people, then others until nothing that is shown gives such people away.

    The last column and the last row are sums, and count as cells of their lines.
    """
    whole = with_sums(rows)
    hidden = {
        (row, column)
        for row, line in enumerate(whole)
        for column, value in enumerate(line)
        if 0 < value < SMALLEST
    }
    while hidden and (more := next(_giveaways(whole, hidden), None)):
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
    """The next cell to leave out, where hidden ones can be told apart from what is shown.

    The signed lines of a table with its sums are all nought together, so that some lines less some columns
    leave only hidden cells. Where these all count the same way, their sum is told: it may not be small.
    """
    for adds, takes in _combinations(len(whole), len(whole[0])):
        more, less = adds & hidden, takes & hidden
        if bool(more) == bool(less):
            continue
        told = sum(whole[row][column] for row, column in more | less)
        if 0 < told < SMALLEST or len(more | less) == 1:
            yield min((adds | takes) - hidden, key=lambda at: _cost(whole, at))


@cache
def _combinations(height: int, width: int) -> tuple[tuple[frozenset[Place], frozenset[Place]], ...]:
    """Which cells are added and which taken away by every choice of lines less a choice of columns."""
    lines = (product((False, True), repeat=height), product((False, True), repeat=width))
    found = []
    for rows, columns in sorted(product(*lines), key=lambda chosen: sum(chosen[0]) + sum(chosen[1])):
        counts: dict[bool, set[Place]] = {True: set(), False: set()}
        for row, column in product(range(height), range(width)):
            if rows[row] != columns[column]:
                is_sum = (row == height - 1) != (column == width - 1)
                counts[rows[row] != is_sum].add((row, column))
        if counts[True] or counts[False]:
            found.append((frozenset(counts[True]), frozenset(counts[False])))
    return tuple(found)


def _cost(whole: list[list[int]], place: Place) -> tuple[bool, int, Place]:
    """Hide small numbers before large ones, and an empty cell last."""
    value = whole[place[0]][place[1]]
    return (value == 0, value, place)
