"""Choosing recommendations of the mechanisms from a list, page by page, without scripts."""

from django.contrib.postgres.search import SearchQuery
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.accountability.models import MechanismKind
from techcoop.web.lists import Column, Filter, Listing

LONGEST_EXCERPT = 400


def box(one):
    """A tick box that belongs to the form below the list, and the key of what was shown."""
    return format_html(
        '<input type="checkbox" name="cited" value="{0}" form="choice" aria-label="{1}"{2}>'
        '<input type="hidden" name="shown" value="{0}" form="choice">',
        one.pk,
        _("Choose %(recommendation)s") % {"recommendation": one},
        format_html(" checked") if one.chosen else "",
    )


def excerpt(one):
    """The text, as far as a list has room for it."""
    text = one.text
    return text if len(text) <= LONGEST_EXCERPT else f"{text[:LONGEST_EXCERPT]}…"


def mentioning(rows, words):
    """The recommendations that hold these words."""
    return rows.filter(search=SearchQuery(words, search_type="websearch", config="simple"))


CHOOSING = Listing(
    columns=(
        Column("chosen", gettext_lazy("Cite"), lambda one: one, written=box, sort="chosen"),
        Column("text", gettext_lazy("Recommendation"), excerpt, heads=True),
        Column(
            "mechanism", gettext_lazy("Mechanism"), lambda one: str(one.mechanism), sort="mechanism__code"
        ),
        Column("year", gettext_lazy("Year"), "year", written=lambda year: year or "", sort="year"),
        Column("position", gettext_lazy("Position"), lambda one: one.get_upr_position_display()),
    ),
    filters=(
        Filter("q", gettext_lazy("Words"), kind="text", narrow=mentioning),
        Filter(
            "mechanism",
            gettext_lazy("Mechanism"),
            choices=MechanismKind.choices,
            field="mechanism__kind",
        ),
    ),
    order="-year",
)
