"""The counts beside the list of recommendations; each leads to the list that holds what it counts."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.views.asking import RECOMMENDATIONS, is_region
from techcoop.accountability.views.lists import let_in, narrowed
from techcoop.web.lists.asking import Asked, ask
from techcoop.web.lists.reading import page_of_rows

# What is counted, in the order of the page, with the filters that narrow to one of its values.
FACETS = (
    ("mechanism_kind", _("Kind of mechanism"), ("mechanism_kind",)),
    ("mechanism", _("Mechanism"), ("mechanism",)),
    ("region", _("Region"), ("state",)),
    ("state", pgettext_lazy("country", "State"), ("state",)),
    ("subject", _("Subject"), ("subject",)),
    ("theme", _("Theme"), ("theme",)),
    ("year", _("Year"), ("from", "to")),
    ("position", _("Position"), ("position",)),
    ("cycle", _("Cycle of the review"), ("cycle",)),
    ("kind", _("Kind"), ("kind",)),
    ("concerned", _("Persons concerned"), ("concerned",)),
)


@dataclass(frozen=True)
class Value:
    """A value by which the list can be narrowed further, with the number that is then left."""

    label: str
    number: int
    address: str


@dataclass(frozen=True)
class Facet:
    """The most frequent values of one kind, and how many rarer ones there are."""

    label: str
    values: tuple[Value, ...]
    others: int


def facets_of(asked: Asked, counted: queries.Counted) -> list[Facet]:
    """Every kind of value by which the list is not narrowed to one already."""
    settled = _settled({one.filter.key: one.raw for one in asked.chosen})
    offered = {one.filter.key: {value: label for value, label, _is in one.choices} for one in asked.panel}
    return [
        Facet(str(label), values, found.others)
        for key, label, filters in FACETS
        if key not in settled and (found := counted.by.get(key))
        for values in [_values(asked, filters, found, offered[filters[0]])]
    ]


def _settled(chosen: dict[str, str]) -> set[str]:
    """What all that is found has in common by the filters in force: counted, it would be one number only."""
    settled = set(chosen)
    if "state" in chosen:
        settled.add("region")
        if is_region(chosen["state"]):
            settled.remove("state")
    if "mechanism" in chosen:
        settled.add("mechanism_kind")
    if "from" in chosen and chosen["from"] == chosen.get("to"):
        settled.add("year")
    return settled


def _values(asked: Asked, filters: tuple[str, ...], found: queries.Counts, labels: dict) -> tuple[Value, ...]:
    here = reverse("accountability:recommendations")
    kept = [pair for pair in asked.pairs() if pair[0] not in filters]
    return tuple(
        Value(
            str(labels.get(value, value)),
            number,
            here + asked.address(pairs=[*kept, *((one, value) for one in filters)]),
        )
        for value, number in found.numbers
    )


@require_safe
def counts(request):
    """How what is found spreads over mechanisms, States, themes, years."""
    let_in(request.user)
    asked = ask(RECOMMENDATIONS, request.GET)
    rows, words = narrowed(request.user, asked)
    counted = queries.counts(rows, words)
    context = {
        "page": page_of_rows(RECOMMENDATIONS, asked, (), total=counted.total),
        "total": counted.total,
        "facets": facets_of(asked, counted),
        "listed": reverse("accountability:recommendations") + asked.address(),
        "most": queries.MOST_RANKED if words and counted.total > queries.MOST_RANKED else 0,
    }
    return render(request, "accountability/counts.html", context)
