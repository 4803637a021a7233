"""How the list of recommendations is declared: its columns and what narrows it."""

from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from techcoop.accountability.models import Mechanism, Position, RecommendationKind, Theme
from techcoop.atlas.models import State, in_language
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing

FIRST_YEAR = 2006
EXCERPT = 260


def _states():
    """Every State by its name; former ones too, for what was said to them."""
    return [
        (code, in_language(names)) for code, names in State.objects.by_name().values_list("iso3", "names")
    ]


def _mechanisms():
    return [(one.code, str(one)) for one in Mechanism.objects.all()]


def _themes():
    return [(one.pk, str(one)) for one in Theme.objects.order_by("taxonomy", "label")]


def _years():
    return [(year, str(year)) for year in range(localdate().year, FIRST_YEAR - 1, -1)]


def _of_states(rows, codes):
    return rows.filter(state_id__in=list(State.objects.filter(iso3__in=codes).values_list("pk", flat=True)))


def _of_mechanisms(rows, codes):
    keys = list(Mechanism.objects.filter(code__in=codes).values_list("pk", flat=True))
    return rows.filter(mechanism_id__in=keys)


def _on_themes(rows, keys):
    return rows.filter(theme_ids__overlap=[int(key) for key in keys])


def _since(rows, years):
    return rows.filter(year__gte=int(years[0]))


def _until(rows, years):
    return rows.filter(year__lte=int(years[0]))


def _shortened(text):
    return Truncator(text).chars(EXCERPT)


RECOMMENDATIONS = Listing(
    columns=(
        Column("text", _("Text"), "text", link=page_of, written=_shortened, heads=True, look="text"),
        Column("state", pgettext_lazy("country", "State"), "state.name", sort="state__sort_key"),
        Column("mechanism", _("Mechanism"), "mechanism", sort="mechanism__code"),
        Column("year", _("Year"), "year", sort="year"),
        Column("cycle", _("Cycle"), "upr_cycle"),
        Column("position", _("Position"), lambda one: one.get_upr_position_display(), sort="upr_position"),
        Column("reference", _("Document"), "reference", sort=("symbol", "paragraph")),
    ),
    filters=(
        Filter(
            "q",
            _("Words"),
            kind="text",
            narrow=lambda rows, words: rows,  # the view does it last, on what the others leave
            hint=_("“a phrase” OR words -without"),
        ),
        Filter("state", pgettext_lazy("country", "State"), choices=_states, narrow=_of_states),
        Filter("mechanism", _("Mechanism"), choices=_mechanisms, narrow=_of_mechanisms),
        Filter("theme", _("Theme"), choices=_themes, narrow=_on_themes),
        Filter("kind", _("Kind"), choices=RecommendationKind.choices, field="kind"),
        Filter("position", _("Position"), choices=Position.choices, field="upr_position"),
        Filter(
            "cycle", _("Cycle of the review"), choices=[(n, str(n)) for n in range(1, 5)], field="upr_cycle"
        ),
        Filter("from", _("From the year"), choices=_years, narrow=_since),
        Filter("to", _("To the year"), choices=_years, narrow=_until),
    ),
    order="-year",
    page_size=25,
)
