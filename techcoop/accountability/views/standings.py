"""Who is party to which of the eighteen instruments."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from techcoop.accountability import queries
from techcoop.accountability.models import TreatyStanding, TreatyStatus
from techcoop.accountability.views.lists import let_in
from techcoop.atlas.models import Region, State
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_if_any
from techcoop.web.lists import Column, Filter, Listing, list_page


def _states():
    return State.objects.all().choices()


def _regions():
    return sorted(((one.code, one.name) for one in Region.objects.all()), key=lambda pair: pair[1])


STANDINGS = Listing(
    columns=(
        Column(
            "state",
            pgettext_lazy("country", "State"),
            "state",
            link=lambda one: page_if_any(one.state),
            sort="state__sort_key",
            heads=True,
        ),
        Column("instrument", _("Instrument"), "instrument.code", sort="instrument__position"),
        Column("standing", _("Standing"), lambda one: one.get_standing_display(), sort="standing"),
        Column("year", _("Year of ratification or accession"), "year", sort="year"),
        Column("note", _("Note"), "note"),
        Column("source", _("Source"), "source.title"),
    ),
    filters=(
        Filter("state", pgettext_lazy("country", "State"), choices=_states, field="state__iso3"),
        Filter("instrument", _("Instrument"), choices=queries.instrument_codes, field="instrument__code"),
        Filter("standing", _("Standing"), choices=TreatyStanding.choices, field="standing"),
        Filter("region", _("Region"), choices=_regions, field="state__regions__code"),
    ),
    order="state",
)


@require_safe
def treaties(request):
    """The eighteen instruments with their parties; for a region, State by State."""
    let_in(request.user)
    counted = queries.standings_by_instrument()
    regions = _regions()
    region = request.GET.get("region", "")
    region = region if region in dict(regions) else ""
    instruments = [one.instrument for one in counted]
    context = {
        "counted": counted,
        "regions": regions,
        "region": region,
        "region_name": dict(regions).get(region, ""),
        "rows": queries.standings_in(region, instruments) if region else (),
    }
    return render(request, "accountability/treaties.html", context)


@require_safe
def standings(request):
    """Which State stands how with which instrument."""
    let_in(request.user)
    rows = TreatyStatus.objects.select_related("state", "instrument", "source")
    return list_page(
        request,
        STANDINGS,
        rows,
        template="accountability/standings.html",
        title=_("Status of ratification"),
        writers=WRITERS,
    )
