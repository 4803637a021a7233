"""Charts as plain tables and SVG: every bar is a link to the records behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from techcoop.web.writing import number

WIDTH, HEIGHT, FOOT, HEAD = 600, 180, 22, 18


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its figure as written, its length in per cent, where it leads."""

    label: str | Promise
    text: str
    share: str
    address: str = ""


def bars(items: Iterable[tuple], *, write=number) -> tuple[Bar, ...]:
    """Bars from (label, value) or (label, value, address); the longest fills the track, None is not told."""
    items = list(items)
    longest = max((item[1] or 0 for item in items), default=0) or 1
    return tuple(
        Bar(
            item[0],
            _("not shown") if item[1] is None else write(item[1]),
            f"{100 * float(item[1] or 0) / float(longest):.1f}%",
            *item[2:],
        )
        for item in items
    )


@dataclass(frozen=True)
class Column:
    """One column of a chart over the years, with its place in the picture."""

    label: str
    text: str
    x: str
    y: str
    width: str
    height: str
    middle: str
    above: str
    address: str = ""


@dataclass(frozen=True)
class Columns:
    """A chart of columns and the size of its picture."""

    columns: tuple[Column, ...]
    width: int = WIDTH
    height: int = HEIGHT
    ground: int = HEIGHT - FOOT
    foot: int = HEIGHT - 6


def columns(items: Sequence[tuple], *, write=number) -> Columns:
    """Columns from (label, value) or (label, value, address), usually one for each year."""
    highest = float(max((item[1] for item in items), default=0) or 1)
    step = WIDTH / max(len(items), 1)
    room = HEIGHT - FOOT - HEAD
    return Columns(
        tuple(_column(place, item, step, room / highest, write) for place, item in enumerate(items))
    )


def _column(place: int, item: tuple, step: float, scale: float, write) -> Column:
    label, value, *address = item
    height = float(value) * scale
    top = HEIGHT - FOOT - height
    return Column(
        label=str(label),
        text=write(value),
        x=f"{step * (place + 0.15):.1f}",
        y=f"{top:.1f}",
        width=f"{step * 0.7:.1f}",
        height=f"{height:.1f}",
        middle=f"{step * (place + 0.5):.1f}",
        above=f"{top - 5:.1f}",
        address=address[0] if address else "",
    )
