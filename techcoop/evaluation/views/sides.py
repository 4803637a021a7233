"""States, with accountability and assistance side by side over some years; nobody is ranked."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.atlas.models import RegionalGroup, Standing
from techcoop.evaluation import queries
from techcoop.evaluation.policies import may_open_requests
from techcoop.evaluation.synthesis.addresses import Addresses
from techcoop.evaluation.views import filters
from techcoop.evaluation.views.tabs import tabs
from techcoop.programme.queries import years
from techcoop.sheets.writers import WRITERS
from techcoop.web.links import page_of
from techcoop.web.lists import Column, Filter, Listing, list_page


def _assisted(rows, values):
    """Whether a project of these years works there, reaches it with its region only, or neither."""
    if values[-1] == "yes":
        return rows.filter(projects__gt=0)
    return rows.filter(projects=0, is_in_a_whole_region=values[-1] == "region")


ASSISTED = (
    ("yes", _("Yes")),
    ("region", _("Only as part of a region as a whole")),
    ("no", _("No")),
)
FILTERS = (
    Filter("state", _("State"), choices=filters.states, field="iso3"),
    Filter("assisted", _("Assisted"), choices=ASSISTED, narrow=_assisted),
    Filter("standing", _("Standing"), choices=Standing.choices, field="standing"),
    Filter("group", _("Regional group"), choices=RegionalGroup.choices, field="group"),
    # The years narrow what is counted for each State, not which States are there.
    Filter("from", _("From the year"), choices=years, narrow=lambda rows, values: rows),
    Filter("to", _("To the year"), choices=years, narrow=lambda rows, values: rows),
)


def listing_for(period, *, opens_requests=True):
    """The list of these years, with an address behind every figure whose records the reader opens."""
    where = Addresses(period)

    def behind(records, figure, **narrowing):
        if figure == "open_requests" and not opens_requests:
            return None
        return lambda one: records(state=one.iso3, **narrowing) if getattr(one, figure) else ""

    figures = (
        ("treaties", _("Treaties to which it is party"), "treaties", where.treaties, {}),
        ("recommendations", _("Recommendations received"), "recommendations", where.recommendations, {}),
        (
            "supported",
            _("of which supported in the review"),
            "supported",
            where.recommendations,
            {"position": "supported"},
        ),
        ("requests", _("Open requests"), "open_requests", where.open_requests, {}),
        ("projects", _("Projects"), "projects", where.projects, {}),
        ("required", _("Money required (US$)"), "required", where.projects, {}),
        ("activities", _("Activities held"), "activities", where.activities, {}),
    )
    columns = (
        Column("state", _("State"), "name", sort="sort_key", heads=True, link=page_of),
        *(
            Column(key, label, name, numeric=True, link=behind(records, name, **narrowing))
            for key, label, name, records, narrowing in figures
        ),
    )
    return Listing(columns, FILTERS, order="state", page_size=100)


@require_safe
def sides(request):
    """Both sides of every State that one may look at."""
    period = _period(request.GET)
    rows = queries.states_with_sides(period, request.user)
    return list_page(
        request,
        listing_for(period, opens_requests=may_open_requests(request.user)),
        rows,
        template="evaluation/sides.html",
        title=_("States: accountability beside assistance"),
        writers=WRITERS,
        tabs=tabs(request.user, "sides"),
    )


def _period(asked):
    this_year = localdate().year
    return queries.Period(_year(asked.get("from"), this_year - 4), _year(asked.get("to"), this_year))


def _year(typed, otherwise):
    known = {str(year) for year, _label in years()}
    return int(typed) if typed in known else otherwise
