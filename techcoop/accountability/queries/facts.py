"""What is known of a recommendation, and who is party to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db.models import Count, Q, QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language

from techcoop.accountability.models import (
    Implementation,
    Instrument,
    Mechanism,
    Recommendation,
    Theme,
    TreatyStanding,
    TreatyStatus,
)
from techcoop.atlas.models import State
from techcoop.people.models import User
from techcoop.people.permissions import Permission


def visible_to(user: User) -> QuerySet[Recommendation]:
    """All recommendations for whoever may see them, none for a stranger."""
    rows = Recommendation.objects.defer("search")
    return rows if user.can(Permission.SEE_ACCOUNTABILITY) else rows.none()


@dataclass(frozen=True)
class About:
    """What stands beside the text of a recommendation."""

    recommending: tuple[State, ...]
    themes: tuple[Theme, ...]
    assessed: tuple[Implementation, ...]


def about(recommendation: Recommendation) -> About:
    """The States that recommend, the themes, and how it was assessed; three queries."""
    states = State.objects.filter(pk__in=recommendation.recommending_state_ids)
    themes = Theme.objects.filter(pk__in=recommendation.theme_ids)
    assessed = Implementation.objects.filter(
        state=recommendation.state_id, source_key=recommendation.source_key
    ).select_related("mechanism", "source")
    return About(tuple(states), tuple(themes), tuple(assessed))


@cache
def every_mechanism() -> tuple[Mechanism, ...]:
    """The mechanisms in their order; they change with a release only."""
    return tuple(Mechanism.objects.all())


@cache
def instrument_codes() -> tuple[tuple[str, str], ...]:
    """The instruments in their order, as choices; they change with a release only."""
    return tuple((code, code) for code in Instrument.objects.values_list("code", flat=True))


def theme_names(keys: Iterable[int] | None = None) -> list[tuple[int, str]]:
    """The themes, or these of them, in the reader's language, else as their taxonomy labels them."""
    themes = Theme.objects.order_by("taxonomy", "label")
    own = NullIf(KeyTextTransform(get_language() or "en", "names"), Value(""))
    named = themes.values_list("pk", Coalesce(own, "label", output_field=TextField()))
    return list(named if keys is None else named.filter(pk__in=keys))


@dataclass(frozen=True)
class InstrumentCounts:
    """How many States stand how with an instrument."""

    instrument: Instrument
    parties: int
    signatories: int
    without_action: int


def standings_by_instrument() -> list[InstrumentCounts]:
    """The eighteen instruments with their counts; one query."""
    counted = Instrument.objects.annotate(
        parties=Count("statuses", filter=Q(statuses__standing=TreatyStanding.PARTY)),
        signatories=Count("statuses", filter=Q(statuses__standing=TreatyStanding.SIGNATORY)),
        without_action=Count("statuses", filter=Q(statuses__standing=TreatyStanding.NO_ACTION)),
    ).order_by("position")
    return [InstrumentCounts(one, one.parties, one.signatories, one.without_action) for one in counted]


@dataclass(frozen=True)
class StateStandings:
    """Where one State stands with each instrument, in the order of the instruments."""

    state: State
    statuses: tuple[TreatyStatus | None, ...]


def standings_in(region: str, instruments: Iterable[Instrument]) -> list[StateStandings]:
    """The States of a region with all that is known of their standings; two queries."""
    states = State.objects.existing().by_name().filter(regions__code=region)
    known = {
        (one.state_id, one.instrument_id): one
        for one in TreatyStatus.objects.filter(state__regions__code=region)
    }
    order = [one.pk for one in instruments]
    rows = [StateStandings(one, tuple(known.get((one.pk, pk)) for pk in order)) for one in states]
    return [row for row in rows if any(row.statuses)]
