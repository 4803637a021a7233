"""What an address asks of a list; what it asks in vain is said in a sentence and left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from techcoop.web.lists.declaring import PICKED, RESERVED, Filter, Listing, Text
from techcoop.web.lists.printing import print_options
from techcoop.web.writing import short_day

LONGEST_TEXT = 200


@dataclass(frozen=True)
class Chosen:
    """One value of one filter in force: as typed, as understood, as written."""

    filter: Filter
    raw: str
    value: Any
    label: Text


@dataclass(frozen=True)
class InForce:
    """A filter with all its values."""

    filter: Filter
    values: list


@dataclass(frozen=True)
class Offer:
    """A filter in the panel: what can be chosen and what is."""

    filter: Filter
    choices: list[tuple[str, Text, bool]]
    value: str

    @property
    def chosen(self) -> list[Text]:
        """The labels of what is chosen."""
        return [label for _value, label, chosen in self.choices if chosen]

    @property
    def options(self) -> SafeString:
        """The choices, printed."""
        return print_options(self.choices)


@dataclass(frozen=True)
class Asked:
    """Everything an address asks of a list."""

    chosen: tuple[Chosen, ...]
    complaints: tuple[str, ...]
    panel: tuple[Offer, ...]
    sort: str
    standard: str
    page: int

    def pairs(self) -> list[tuple[str, str]]:
        """The filters in force, as they stand in an address."""
        return [(one.filter.key, one.raw) for one in self.chosen]

    def address(self, *, page: int = 1, sort: str | None = None, pairs: list | None = None) -> str:
        """The address of this list with another page, order or choice of filters."""
        parameters = list(self.pairs() if pairs is None else pairs)
        sort = self.sort if sort is None else sort
        if sort != self.standard:
            parameters.append(("sort", sort))
        if page > 1:
            parameters.append(("page", str(page)))
        return "?" + urlencode(parameters)

    def by_filter(self) -> Iterator[InForce]:
        """Each filter in force once, with its values."""
        grouped: dict[str, InForce] = {}
        for one in self.chosen:
            grouped.setdefault(one.filter.key, InForce(one.filter, [])).values.append(one.value)
        return iter(grouped.values())


def without(asked: Asked, *left_out: Chosen) -> str:
    """The address of the same list without these choices."""
    dropped = {(one.filter.key, one.raw) for one in left_out}
    return asked.address(pairs=[pair for pair in asked.pairs() if pair not in dropped])


def ask(listing: Listing, parameters: QueryDict) -> Asked:
    """Understand the parameters of an address."""
    chosen: list[Chosen] = []
    filters = listing.every_filter()
    complaints = [
        _("“%(name)s” is not a filter of this list and was left out.") % {"name": name[:60]}
        for name in parameters
        if name not in RESERVED and not any(name == one.key for one in filters)
    ]
    panel = []
    for one in filters:
        offered = one.offered()
        found = list(_understood(one, dict(offered), parameters.getlist(one.key), complaints))
        chosen += found
        if one.kind == PICKED:
            continue
        raw = {each.raw for each in found}
        marked = [(value, label, value in raw) for value, label in offered]
        panel.append(Offer(one, marked, found[0].raw if found else ""))
    sort = _sort(listing, parameters.get("sort", ""), complaints)
    page = _page(parameters.get("page", ""), complaints)
    return Asked(tuple(chosen), tuple(complaints), tuple(panel), sort, listing.order, page)


def _understood(one: Filter, offered: dict, raws: list[str], complaints: list[str]) -> Iterator[Chosen]:
    raws = list(dict.fromkeys(raw.strip().replace("\0", "") for raw in raws))
    raws = raws if one.kind in ("choices", PICKED) else raws[-1:]
    for raw in filter(None, raws):
        try:
            yield Chosen(one, raw, *_value(one, offered, raw))
        except (KeyError, ValueError):
            words = {"value": raw[:60], "filter": one.label}
            complaints.append(_("“%(value)s” is not possible for “%(filter)s” and was left out.") % words)


def _value(one: Filter, offered: dict, raw: str) -> tuple[Any, Text]:
    if one.field == "pk":
        return _as_key(raw), raw
    if one.kind in ("text", PICKED):
        return raw[:LONGEST_TEXT], raw[:LONGEST_TEXT]
    if one.kind == "day":
        when = date.fromisoformat(raw)
        return when, short_day(when)
    return raw, offered[raw]


def _as_key(raw: str) -> int:
    """A key as it may stand in the tables; anything else is not possible."""
    if not (raw.isascii() and raw.isdigit() and len(raw) < 19):
        raise ValueError(raw)
    return int(raw)


def _sort(listing: Listing, raw: str, complaints: list[str]) -> str:
    if not raw or listing.column(raw.removeprefix("-")):
        return raw or listing.order
    complaints.append(_("This list cannot be sorted by “%(name)s”.") % {"name": raw[:60]})
    return listing.order


def _page(raw: str, complaints: list[str]) -> int:
    if not raw:
        return 1
    if raw.isascii() and raw.isdigit() and 0 < len(raw) < 8 and int(raw) > 0:
        return int(raw)
    complaints.append(_("“%(page)s” is not the number of a page.") % {"page": raw[:60]})
    return 1
