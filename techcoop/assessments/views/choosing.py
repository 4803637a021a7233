"""Choosing recommendations of the mechanisms from a list, page by page, without scripts."""

from functools import reduce
from operator import or_

from django.db.models import BigIntegerField, F, Func, Q
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.accountability.models import MechanismKind, Position, RecommendationKind, Theme
from techcoop.accountability.queries.searching import matching
from techcoop.matching.queries import concerning
from techcoop.programme.models import Component
from techcoop.web.lists import Column, Filter, Listing

LONGEST_EXCERPT = 400


def box(one):
    """A tick box that belongs to the form below the list, and the key of what was shown."""
    return format_html(
        '<input type="checkbox" name="cited" value="{0}" form="choice" aria-label="{1}"{2}>'
        '<input type="hidden" name="shown" value="{0}" form="choice">',
        one.pk,
        _("Choose %(recommendation)s") % {"recommendation": one},
        mark_safe(" checked") if one.chosen else "",
    )


def excerpt(one):
    """The text, as far as a list has room for it."""
    text = one.text
    return text if len(text) <= LONGEST_EXCERPT else f"{text[:LONGEST_EXCERPT]}…"


COLUMNS = (
    Column("chosen", gettext_lazy("Choose"), lambda one: one, written=box, sort="chosen"),
    Column("text", gettext_lazy("Recommendation"), excerpt, heads=True),
    Column("mechanism", gettext_lazy("Mechanism"), "mechanism", sort="mechanism__code"),
    Column("year", gettext_lazy("Year"), "year", written=lambda year: year or "", sort="year"),
    Column("position", gettext_lazy("Position"), lambda one: one.get_upr_position_display()),
)
FILTERS = (
    Filter("q", gettext_lazy("Words"), kind="text", narrow=matching),
    Filter("mechanism", gettext_lazy("Mechanism"), choices=MechanismKind.choices, field="mechanism__kind"),
    Filter("kind", gettext_lazy("Kind"), choices=RecommendationKind.choices, field="kind"),
    Filter("position", gettext_lazy("Position"), choices=Position.choices, field="upr_position"),
)


def choosing(rows):
    """The list to choose from, with the themes that these recommendations have as a filter."""

    def themes():
        each = Func(F("theme_ids"), function="unnest", output_field=BigIntegerField())
        there = rows.order_by().values_list(each, flat=True).distinct()
        return [(one.pk, str(one)) for one in Theme.objects.filter(pk__in=list(there))]

    def on_themes(narrowed, keys):
        return narrowed.filter(theme_ids__overlap=[int(key) for key in keys])

    def on_components(narrowed, codes):
        return narrowed.filter(reduce(or_, concerning(codes).values(), Q(pk__in=())))

    component = Filter(
        "component", gettext_lazy("Component"), choices=Component.choices, narrow=on_components
    )
    theme = Filter("theme", gettext_lazy("Theme"), choices=themes, narrow=on_themes)
    return Listing(COLUMNS, (*FILTERS, component, theme), order="-year")
