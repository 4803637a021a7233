"""The Sustainable Development Goals and their targets, for whoever signs in."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from techcoop.programme import queries
from techcoop.programme.models import SustainableGoal
from techcoop.sheets.writers import WRITERS
from techcoop.web.lists import Column, Filter, Listing, list_page
from techcoop.web.writing import opening


def _goals():
    return [(one.code, opening(one.name, 60)) for one in SustainableGoal.objects.filter(goal=None)]


def _of_goals(rows, codes):
    """The goals themselves with everything below them."""
    return rows.filter(Q(code__in=codes) | Q(goal__code__in=codes))


def _at_level(rows, levels):
    return rows.filter(goal__isnull="goal" in levels)


GOALS = Listing(
    columns=(
        Column("code", _("Code"), "code", sort="position", heads=True),
        Column("name", _("Goal or target"), "name", look="text"),
        Column("source", _("Source"), "source.title"),
    ),
    filters=(
        Filter(
            "q",
            _("Words or code"),
            kind="text",
            narrow=lambda rows, words: rows.filter(Q(names__icontains=words) | Q(code__iexact=words)),
        ),
        Filter("goal", _("Goal"), kind="choices", choices=_goals, narrow=_of_goals),
        Filter(
            "level", _("Level"), choices=[("goal", _("Goals")), ("target", _("Targets"))], narrow=_at_level
        ),
    ),
    order="code",
)


@require_safe
def goals(request):
    """All goals, each with its targets below."""
    return list_page(
        request,
        GOALS,
        queries.goals_and_targets().select_related("source"),
        template="programme/goals.html",
        title=_("Sustainable Development Goals and targets"),
        writers=WRITERS,
    )
