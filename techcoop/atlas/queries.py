"""Questions about States: who is meant by a spelling, and which there are."""

import unicodedata
from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Prefetch, Value

from techcoop.atlas.models import Region, State, StateAlias, StateQuerySet, name_in_language
from techcoop.sheets.cells import folded


@dataclass(frozen=True)
class Resolver:
    """Knows every spelling and code of every State; what it does not know is nobody."""

    spellings: dict[str, State]
    codes: dict[str, State]

    def resolve(self, spelling: str) -> State | None:
        """The State that a spelling, or a code of three signs, means, if it is known.

        Two letters alone are not taken for a code: lists write NA where they know nothing.
        """
        text = spelling.strip()
        found = self.spellings.get(folded(text))
        return found or (self.by_code(text) if len(text) == 3 else None)

    def by_code(self, code: str) -> State | None:
        """The State of an ISO code of two or three letters, or of an M49 code."""
        return self.codes.get(code.strip().upper())

    def unknown(self, spellings: list[str]) -> list[str]:
        """Those that mean nobody, each once, in their order."""
        return [one for one in dict.fromkeys(spellings) if self.resolve(one) is None]


def resolver() -> Resolver:
    """All spellings and codes at once; two queries."""
    states = {state.pk: state for state in State.objects.all()}
    spellings: dict[str, State] = {}
    shared: set[str] = set()
    for state in states.values():
        for name in {folded(one) for one in (*state.names.values(), *state.formal_names.values())}:
            if spellings.setdefault(name, state) is not state:
                shared.add(name)
    for name in shared | {""}:
        spellings.pop(name, None)
    for key, state_id in StateAlias.objects.values_list("folded", "state_id"):
        spellings[key] = states[state_id]
    codes = {code: state for state in states.values() for code in (state.iso3, state.iso2, state.m49) if code}
    return Resolver(spellings, codes)


def states_with_regions() -> StateQuerySet:
    """All States with their regions; two queries."""
    return State.objects.prefetch_related(Prefetch("regions", Region.objects.order_by("code")))


def states_with_region_names() -> StateQuerySet:
    """States with the names of their regions, in the reader's language; one query."""
    names = ArrayAgg(name_in_language("regions__names"), order_by="regions__code", default=Value([]))
    return State.objects.annotate(region_names=names)


def in_order(name: str) -> str:
    """The place of a name in the alphabet of the reader."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
