"""How the list of recommendations is declared: its columns and what narrows it."""

from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from techcoop.accountability import queries
from techcoop.accountability.models import MechanismKind, Position, RecommendationKind
from techcoop.atlas.models import Region, State, name_in_language
from techcoop.programme.queries import years
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing
from techcoop.web.writing import opening

EXCERPT = 260


def _states_and_regions():
    """Every region, then every State by its name; former ones too, for what was said to them; one query."""
    states = State.objects.order_by().values_list("iso3", name_in_language(), "sort_key")
    regions = Region.objects.order_by().values_list("code", name_in_language(), "code")
    found = sorted(states.union(regions), key=lambda one: (not is_region(one[0]), one[2]))
    return [(code, name) for code, name, _place in found]


def is_region(code):
    """Regions have codes of digits, States of letters."""
    return code.isdigit()


def _mechanisms():
    return [(one.code, str(one)) for one in queries.every_mechanism()]


def _themes():
    return queries.theme_names()


def _to_state(rows, codes):
    """Of a State, one number that the database finds before it looks for anything else."""
    if is_region(codes[0]):
        return rows.filter(state_id__in=State.objects.filter(regions__code=codes[0]).values("pk"))
    return rows.filter(state_id=Subquery(State.objects.filter(iso3=codes[0]).values("pk")[:1]))


def _of_mechanism(rows, codes):
    return rows.filter(mechanism_id=next(one.pk for one in queries.every_mechanism() if one.code == codes[0]))


def _of_mechanisms(rows, kinds):
    of_kind = [one.pk for one in queries.every_mechanism() if one.kind == kinds[0]]
    return rows.filter(mechanism_id__in=of_kind)


def _about_persons(rows, group):
    return rows.filter(affected_groups__contains=[group])


def _on_theme(rows, keys):
    return rows.filter(theme_ids__contains=[int(keys[0])])


def _subjects():
    return [(one.code, one.name) for one in queries.gathered_themes()]


def _on_subject(rows, codes):
    return rows.filter(theme_ids__overlap=queries.themes_gathered_as(codes[0]))


def _since(rows, values):
    return rows.filter(year__gte=int(values[0]))


def _until(rows, values):
    return rows.filter(year__lte=int(values[0]))


def _shortened(text):
    return opening(text, EXCERPT) if len(text) > EXCERPT else text


def _position(one):
    return str(Position(one.upr_position).label) if one.upr_position else ""


RECOMMENDATIONS = Listing(
    columns=(
        Column("text", _("Text"), "text", link=page_of, written=_shortened, heads=True, look="text"),
        Column("state", pgettext_lazy("country", "State"), "state_name", sort="state__sort_key"),
        Column("mechanism", _("Mechanism"), "mechanism", sort="mechanism__code"),
        Column("year", _("Year"), "year", sort="year"),
        Column("cycle", _("Cycle"), "upr_cycle"),
        Column("position", _("Position"), _position, sort="upr_position"),
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
        Filter("state", _("State or region"), choices=_states_and_regions, narrow=_to_state),
        Filter(
            "mechanism_kind", _("Kind of mechanism"), choices=MechanismKind.choices, narrow=_of_mechanisms
        ),
        Filter("mechanism", _("Mechanism"), choices=_mechanisms, narrow=_of_mechanism),
        Filter("subject", _("Subject"), choices=_subjects, narrow=_on_subject),
        Filter("theme", _("Theme"), choices=_themes, narrow=_on_theme),
        Filter("kind", _("Kind"), choices=RecommendationKind.choices, field="kind"),
        Filter("position", _("Position"), choices=Position.choices, field="upr_position"),
        Filter(
            "cycle", _("Cycle of the review"), choices=[(n, str(n)) for n in range(1, 5)], field="upr_cycle"
        ),
        Filter(
            "concerned",
            _("Persons concerned"),
            kind="text",
            narrow=_about_persons,
            hint=_("a group, as its source names it"),
        ),
        Filter("from", _("From the year"), choices=years, narrow=_since),
        Filter("to", _("To the year"), choices=years, narrow=_until),
    ),
    order="-year",
    page_size=25,
    picks="pk",
)
