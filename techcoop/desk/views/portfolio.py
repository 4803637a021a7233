"""The portfolio as pictures: where the programme works, on what, how, since when."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from techcoop.desk.queries.world import world
from techcoop.people.permissions import Permission
from techcoop.people.policies import require
from techcoop.projects.models import Project
from techcoop.projects.queries import portfolio as counts
from techcoop.web.charts import bars, columns


@require_safe
def portfolio(request):
    """A map and charts over every project that one may see; each figure opens the projects it counts."""
    require(request.user.can(Permission.SEE_PROJECTS))
    seen = Project.objects.visible_to(request.user)
    states = counts.by_state(seen)
    context = {
        "total": seen.count(),
        "sees_gaps": request.user.can_for_some_state(Permission.SEE_WORKING_NOTES),
        "address": counts.address(),
        "states": states,
        "world": world(states),
        "nowhere": counts.with_gap(seen, ["state"]).count(),
        "nowhere_address": counts.address(gap="state"),
        "beyond": seen.beyond_states().count(),
        "beyond_address": counts.address(whole="beyond"),
        "components": _bars(counts.by_component(seen)),
        "forms": _bars(counts.by_form(seen)),
        "regions": _bars(counts.by_region(seen)),
        "years": columns([(one.label, one.count, one.address) for one in counts.by_year(seen)]),
    }
    return render(request, "desk/portfolio.html", context)


def _bars(counted):
    return bars([(one.label, one.count, one.address) for one in counted if one.count])
