"""From an address to the page of a list: what was asked, what was found, and every link on the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from techcoop.web.lists.asking import Asked, ask, without
from techcoop.web.lists.declaring import PICKED, Column, Listing, Text
from techcoop.web.lists.kept import Kept
from techcoop.web.lists.printing import Cell, print_rows, print_tick
from techcoop.web.writing import number, opening

MOST_FILTERS, AT_HAND = 5, 3


@dataclass(frozen=True)
class Heading:
    """The head of a column, with the link that sorts by it."""

    label: Text
    look: str
    address: str
    sorted: str


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the address without it."""

    label: Text
    value: Text
    address: str


@dataclass(frozen=True)
class Step:
    """One number in the pager."""

    number: int | None
    address: str = ""
    current: bool = False


class Export(NamedTuple):
    """A file of exactly what the page shows: by which key it is asked for, its name, its address."""

    key: str
    label: str
    address: str


@dataclass(frozen=True)
class ListPage:
    """A page of a list, ready to print; nothing on it asks the database again."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    first: int
    last: int
    chips: tuple[Chip, ...]
    complaints: tuple[str, ...]
    filters: tuple
    sort: str
    steps: tuple[Step, ...]
    before: str
    after: str
    address: str
    exports: tuple[Export, ...] = ()
    picks: bool = False
    narrowed_by: tuple[tuple[str, str], ...] = ()
    kept: Kept | None = None

    @property
    def seldom_from(self) -> int:
        """Which filter is the first that waits folded, so that the list itself is seen; 0 where none does."""
        return AT_HAND + 1 if len(self.filters) > MOST_FILTERS else 0

    @property
    def seldom_chosen(self) -> bool:
        """Whether one of those that wait is in force, so that they are shown."""
        return any(one.value or one.chosen for one in self.filters[AT_HAND:])

    @property
    def body(self) -> SafeString:
        """The rows, printed."""
        return print_rows(self.rows)


def read(listing: Listing, parameters: QueryDict, rows: QuerySet) -> ListPage:
    """The page of the list that these parameters ask for: one query counts, one fetches."""
    asked = ask(listing, parameters)
    narrowed = narrow(rows, asked)
    paginator = Paginator(narrowed.order_by(*ordering(listing, asked)), listing.page_size)
    wanted = min(max(asked.page, 1), paginator.num_pages)
    page = paginator.page(wanted)
    return page_of_rows(listing, asked, page.object_list, total=paginator.count, place=wanted)


def page_of_rows(listing: Listing, asked: Asked, things: Any, *, total: int, place: int = 1) -> ListPage:
    """The printed page of rows that were fetched already."""
    pages = max(1, -(-total // listing.page_size))
    start = (place - 1) * listing.page_size
    return ListPage(
        headings=tuple(_heading(column, asked) for column in listing.shown),
        rows=_rows(listing, things, ticked={one.raw for one in asked.chosen if one.filter.key == PICKED}),
        total=total,
        first=start + 1,
        last=min(start + listing.page_size, total),
        chips=tuple(_chips(asked)),
        complaints=_complaints(asked, pages),
        filters=asked.panel,
        sort=asked.sort,
        steps=tuple(_steps(asked, place, pages)),
        before=asked.address(page=place - 1) if place > 1 else "",
        after=asked.address(page=place + 1) if place < pages else "",
        address=asked.address(),
        picks=bool(listing.picks),
        narrowed_by=tuple(pair for pair in asked.pairs() if pair[0] != PICKED),
    )


def left_by(listing: Listing, parameters: QueryDict, rows: QuerySet) -> QuerySet:
    """Everything that an address leaves of a list, in its order; of ticked rows, those."""
    asked = ask(listing, parameters)
    return narrow(rows, asked).order_by(*ordering(listing, asked))


def narrow(rows: QuerySet, asked: Asked) -> QuerySet:
    """The rows that all filters in force leave."""
    for one in asked.by_filter():
        rows = one.filter.apply(rows, one.values)
    return rows


def ordering(listing: Listing, asked: Asked) -> list:
    """What to sort by; the key comes last, so that pages never overlap."""
    column = listing.column(asked.sort.lstrip("-"))
    if column is None:
        return ["pk"]
    if asked.sort.startswith("-"):
        return [*(F(name).desc(nulls_last=True) for name in column.order()), "-pk"]
    return [*(F(name).asc(nulls_last=True) for name in column.order()), "pk"]


def _complaints(asked: Asked, pages: int) -> tuple[str, ...]:
    if asked.page <= pages:
        return asked.complaints
    return (*asked.complaints, _("This list ends on page %(last)d, which is shown here.") % {"last": pages})


def _rows(listing: Listing, things: Any, *, ticked: set[str]) -> tuple[tuple[Cell, ...], ...]:
    plans = [(one.reader(), one.writer(), one.link, _look(one), one.heads) for one in listing.shown]
    if listing.picks:
        plans.insert(0, (_ticking(listing, ticked), None, None, "tick", False))
    return tuple(
        tuple(
            Cell(written(value(thing)) if written else value(thing), link(thing) if link else "", look, heads)
            for value, written, link, look, heads in plans
        )
        for thing in things
    )


def _ticking(listing: Listing, ticked: set[str]) -> Callable[[Any], SafeString]:
    name = attrgetter(listing.picks)
    heading = next(one for one in listing.columns if one.heads).reader()

    def box(thing: Any) -> SafeString:
        value = name(thing)
        return print_tick(value, str(value) in ticked, row=opening(str(heading(thing))))

    return box


def _look(column: Column) -> str:
    return "number" if column.numeric else column.look


def _heading(column: Column, asked: Asked) -> Heading:
    if not column.sort:
        return Heading(column.label, _look(column), "", "")
    current = {column.key: "ascending", f"-{column.key}": "descending"}.get(asked.sort, "")
    turned = f"-{column.key}" if current == "ascending" else column.key
    return Heading(column.label, _look(column), asked.address(sort=turned), current)


def _chips(asked: Asked) -> Iterator[Chip]:
    """One for each choice; one for all the ticked rows together."""
    ticked = [one for one in asked.chosen if one.filter.key == PICKED]
    for one in asked.chosen:
        if one not in ticked:
            yield Chip(one.filter.label, one.label, without(asked, one))
    if ticked:
        yield Chip(ticked[0].filter.label, number(len(ticked)), without(asked, *ticked))


def _steps(asked: Asked, wanted: int, pages: int):
    shown = sorted({1, pages, *range(max(1, wanted - 1), min(pages, wanted + 1) + 1)})
    previous = 0
    for place in shown:
        if place - previous > 1:
            yield Step(None)
        yield Step(place, asked.address(page=place), place == wanted)
        previous = place
