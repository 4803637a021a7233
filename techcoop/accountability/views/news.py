"""What came into a saved search of recommendations since its owner was told."""

from django.db.models import Max
from django.http import QueryDict
from django.utils.translation import gettext as _

from techcoop.accountability import queries
from techcoop.accountability.models import Recommendation
from techcoop.accountability.policies import may_see_accountability
from techcoop.accountability.views.asking import RECOMMENDATIONS
from techcoop.accountability.views.lists import narrowed
from techcoop.people.models import User
from techcoop.people.queries import News
from techcoop.web.links import page_of
from techcoop.web.lists.asking import ask

MOST_TOLD = 10


def news_of_recommendations(reader: User, parameters: QueryDict, since: int) -> News:
    """The recommendations that were imported after the one of this key; three queries."""
    newest = Recommendation.objects.aggregate(newest=Max("pk"))["newest"] or 0
    if newest <= since or not may_see_accountability(reader):
        return News(number=0, up_to=newest)
    rows, words = narrowed(reader, ask(RECOMMENDATIONS, parameters))
    found = (queries.matching(rows, words) if words else rows).filter(pk__gt=since, pk__lte=newest)
    first = found.select_related("state", "mechanism").order_by("-pk")[:MOST_TOLD]
    lines = tuple((_line(one), page_of(one)) for one in first)
    return News(number=found.count() if len(lines) == MOST_TOLD else len(lines), up_to=newest, lines=lines)


def _line(one: Recommendation) -> str:
    return _("%(state)s, %(mechanism)s, %(year)s: %(reference)s") % {
        "state": one.state,
        "mechanism": one.mechanism,
        "year": one.year,
        "reference": one,
    }
