"""The portfolio as a list: narrowed, sorted, searched, taken away as a sheet."""

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.atlas.models import Region, RegionalGroup, State
from techcoop.programme.models import Component, FormOfAssistance, FundFamily
from techcoop.programme.queries import FIRST_YEAR, years
from techcoop.projects.policies import may_see_money
from techcoop.projects.queries import portfolio
from techcoop.projects.statuses import ProjectStatus
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import PICKED, Column, Filter, Listing, list_page

GAPS = (
    ("request", _("No request")),
    ("assessment", _("No needs assessment")),
    ("recommendation", _("No recommendation")),
    ("component", _("No component")),
    ("end", _("No end date")),
    ("start", _("No start date")),
    ("state", _("No State")),
    ("money", _("No money recorded")),
    ("required", _("No record of what it requires")),
)


def _states():
    return State.objects.all().choices()


def _regions():
    return [(region.code, region.name) for region in Region.objects.all()]


def _ran_from(rows, values):
    return rows.active_between(int(values[-1]), 9999)


def _ran_to(rows, values):
    return rows.active_between(FIRST_YEAR, int(values[-1]))


def _beyond_states(rows, keys):
    return rows.regions_as_a_whole() if keys[-1] == "region" else rows.beyond_states()


COLUMNS = (
    Column("code", _("Code"), "code", link=page_of, sort="code", heads=True),
    Column("title", _("Title"), "title", sort="title", look="words"),
    Column("state", _("States"), "state_names", sort="first_state"),
    Column("status", _("Status"), lambda one: one.get_status_display(), sort="status"),
    Column("starts_on", _("Starts on"), "starts_on", sort="starts_on", look="day"),
    Column("ends_on", _("Ends on"), "ends_on", sort="ends_on", look="day"),
)
MONEY = (
    Column("required", _("Required (US$)"), "required", sort="required", numeric=True),
    Column("available", _("Available (US$)"), "available", sort="available", numeric=True),
    Column("spent", _("Spent (US$)"), "spent", sort="spent", numeric=True),
)
FILTERS = (
    Filter("q", _("Words"), kind="text", narrow=portfolio.mentioning),
    Filter("status", _("Status"), kind="choices", choices=ProjectStatus.choices, field="status"),
    Filter(
        "component",
        _("Component"),
        kind="choices",
        choices=Component.choices,
        narrow=portfolio.with_component,
    ),
    Filter(
        "form",
        _("Form of assistance"),
        kind="choices",
        choices=FormOfAssistance.choices,
        narrow=lambda rows, forms: rows.filter(forms__overlap=forms),
    ),
    Filter(
        "state",
        _("State"),
        choices=_states,
        narrow=lambda rows, keys: portfolio.in_states(rows, iso3__in=keys),
    ),
    Filter(
        "reaches",
        _("Reaches, also as part of its region"),
        kind=PICKED,
        narrow=lambda rows, keys: portfolio.reaching(rows, iso3__in=keys),
    ),
    Filter(
        "whole",
        _("Reach"),
        choices=(
            ("region", _("A region as a whole")),
            ("beyond", _("The world, or a region as a whole")),
        ),
        narrow=_beyond_states,
    ),
    Filter(
        "region",
        _("Region"),
        choices=_regions,
        narrow=lambda rows, keys: portfolio.reaching(rows, regions__code__in=keys),
    ),
    Filter(
        "group",
        _("Regional group"),
        choices=RegionalGroup.choices,
        narrow=lambda rows, keys: portfolio.in_states(rows, group__in=keys),
    ),
    Filter("from", _("Running from the year"), choices=years, narrow=_ran_from),
    Filter("to", _("Running to the year"), choices=years, narrow=_ran_to),
    Filter("began", _("Began in"), choices=years, field="starts_on__year"),
    Filter(
        "concerned",
        _("Persons concerned"),
        kind="text",
        narrow=portfolio.concerning,
        hint=_("a group, as its source names it"),
    ),
    Filter("gap", _("What is missing"), kind="choices", choices=GAPS, narrow=portfolio.with_gap),
    Filter(
        "source",
        _("Kind of record"),
        choices=(("legacy", _("Older records")), ("programme", _("Kept in this system"))),
        narrow=lambda rows, kinds: rows.filter(source__isnull="legacy" not in kinds),
    ),
)
FAMILY = Filter(
    "family",
    _("Family of funds"),
    kind="choices",
    choices=FundFamily.choices,
    narrow=portfolio.with_money_of,
)
BOTH = Filter(
    "both",
    _("Both are recorded"),
    choices=(
        ("available", _("What was required and what was available")),
        ("spent", _("What was available and what was spent")),
    ),
    narrow=portfolio.comparing,
)


def listing_for(user):
    """The list as this person may see it; money is for those who see money."""
    if not may_see_money(user):
        return Listing(COLUMNS, FILTERS, order="-starts_on")
    return Listing((*COLUMNS, *MONEY), (*FILTERS, FAMILY, BOTH), order="-starts_on")


@require_safe
def projects(request):
    """The portfolio, as far as one may see it."""
    return list_page(
        request,
        listing_for(request.user),
        portfolio.rows(request.user),
        template="projects/projects.html",
        title=_("Projects"),
        writers=WRITERS,
    )
