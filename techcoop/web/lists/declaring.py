"""What a list shows and how it can be narrowed, as a declaration."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.web.writing import number, short_day

Text = str | Promise
Choices = Sequence[tuple[Any, Text]]
UNKNOWN = "–"
RESERVED = ("page", "sort", "export")
PICKED = "picked"


def _in_words(value: Any) -> Any:
    if value is None:
        return ""
    return short_day(value) if isinstance(value, date) else value


def _figure(value: Any) -> str:
    """A figure; what nobody knows is not shown as nought, and not as if it were forgotten."""
    return number(value) or UNKNOWN


@dataclass(frozen=True)
class Column:
    """One column: how a row's cell is written, where it leads, by what the list can be sorted.

    `text` is an attribute path ("state.name") or a function of the row; `written` turns the value into words
    on the page (the export takes the value itself); `sort` is a field or several, ascending.
    """

    key: str
    label: Text
    text: str | Callable[[Any], Any]
    link: Callable[[Any], str] | None = None
    written: Callable[[Any], Any] | None = None
    sort: str | tuple[str, ...] = ()
    numeric: bool = False
    heads: bool = False
    look: str = ""
    only_in_files: bool = False

    def reader(self) -> Callable[[Any], Any]:
        """The function that reads the value of this column from a row."""
        return attrgetter(self.text) if isinstance(self.text, str) else self.text

    def writer(self) -> Callable[[Any], Any] | None:
        """The function that turns a value into words; figures and days in the reader's language."""
        return self.written or (_figure if self.numeric else _in_words)

    def order(self) -> tuple[str, ...]:
        """The fields by which this column sorts."""
        return (self.sort,) if isinstance(self.sort, str) else self.sort


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list.

    `kind` is "choice", "choices" (several at once), "text", "day" or "picked" (what was ticked, or what only
    another page leads to: it stands in no panel). A choice names `field` or gives `narrow(queryset, values)`;
    text and day get the one value.
    """

    key: str
    label: Text
    kind: str = "choice"
    choices: Choices | Callable[[], Choices] = ()
    field: str = ""
    narrow: Callable[[QuerySet, Any], QuerySet] | None = None
    hint: Text = ""

    def offered(self) -> list[tuple[str, Text]]:
        """The choices, as strings; asked for once per page."""
        choices = self.choices() if callable(self.choices) else self.choices
        return [(str(value), label) for value, label in choices]

    def apply(self, rows: QuerySet, values: list) -> QuerySet:
        """The rows that this filter leaves."""
        several = self.kind in ("choice", "choices", PICKED)
        if self.narrow:
            return self.narrow(rows, values if several else values[0])
        return rows.filter(**({f"{self.field}__in": values} if several else {self.field: values[0]}))


@dataclass(frozen=True)
class Listing:
    """A list page as a declaration; rows can be ticked by the field of text or the key named in `picks`."""

    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    order: str = ""
    page_size: int = 50
    picks: str = ""

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns on the page; a file has all of them."""
        return tuple(one for one in self.columns if not one.only_in_files)

    def every_filter(self) -> tuple[Filter, ...]:
        """The filters, and the rows that were ticked as one more."""
        if not self.picks:
            return self.filters
        return (*self.filters, Filter(PICKED, _("Ticked"), kind=PICKED, field=self.picks))

    def column(self, key: str) -> Column | None:
        """The sortable column of this name."""
        return next((one for one in self.columns if one.key == key and one.sort), None)
