"""The list of States and territories."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.atlas.models import Region, RegionalGroup, Standing
from techcoop.atlas.queries import states_with_regions
from techcoop.sheets.cells import folded
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_if_any
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import listed

SITUATIONS = (
    ("is_least_developed", _("Least developed country"), _("LDC")),
    ("is_landlocked", _("Landlocked developing country"), _("LLDC")),
    ("is_small_island", _("Small island developing State"), _("SIDS")),
)


def _situations(state):
    """The groups of special situation, in short."""
    return listed(short for field, _long, short in SITUATIONS if getattr(state, field))


def _in_situation(rows, wanted):
    """The States in any of these situations."""
    known = {field for field, _long, _short in SITUATIONS} & set(wanted)
    narrowing = Q(pk=None)
    for field in known:
        narrowing |= Q(**{field: True})
    return rows.filter(narrowing)


def _named(rows, words):
    """The States of which a name, in any language or spelling, or a code says so."""
    by_spelling = Q(aliases__folded__contains=folded(words)) if folded(words) else Q(pk=None)
    by_name = Q(names__icontains=words) | Q(formal_names__icontains=words) | Q(sort_key__icontains=words)
    return rows.filter(by_name | by_spelling | Q(iso3__iexact=words) | Q(m49=words)).distinct()


def _smallest_region(state):
    """The region that holds no other region of the State."""
    regions = state.regions.all()
    holding = {one.parent_id for one in regions}
    return next((one.name for one in regions if one.pk not in holding), "")


def _regions():
    """Regions and sub-regions, the larger before the smaller."""
    found = {one.pk: one for one in Region.objects.all()}
    paths = {}
    for one in found.values():
        names, at = [one.name], one
        while at.parent_id:
            at = found[at.parent_id]
            names.insert(0, at.name)
        paths[one.code] = " › ".join(names)
    return sorted(paths.items(), key=lambda pair: pair[1])


STATES = Listing(
    columns=(
        Column("name", _("Name"), "name", link=page_if_any, sort="sort_key", heads=True),
        Column("code", _("ISO code"), "iso3", sort="iso3"),
        Column("standing", _("Standing"), lambda one: one.get_standing_display(), sort="standing"),
        Column("group", _("Regional group"), lambda one: one.get_group_display(), sort="group"),
        Column(
            "region",
            _("Region"),
            _smallest_region,
        ),
        Column("situation", _("Special situation"), _situations),
    ),
    filters=(
        Filter("q", _("Name or code"), kind="text", narrow=_named),
        Filter("region", _("Region"), choices=_regions, field="regions__code"),
        Filter("group", _("Regional group"), kind="choices", choices=RegionalGroup.choices, field="group"),
        Filter(
            "situation",
            _("Special situation"),
            kind="choices",
            choices=[(field, name) for field, name, _short in SITUATIONS],
            narrow=_in_situation,
        ),
        Filter("standing", _("Standing"), kind="choices", choices=Standing.choices, field="standing"),
    ),
    order="name",
)


@require_safe
def states(request):
    """All States and territories, each with the link to its file."""
    return list_page(
        request,
        STATES,
        states_with_regions(),
        template="atlas/states.html",
        title=_("States"),
        writers=WRITERS,
    )
