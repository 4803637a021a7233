"""Saved searches of recommendations mail what is new: which recommendations, and a line for each."""

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from techcoop.accountability import queries
from techcoop.accountability.models import Recommendation
from techcoop.accountability.policies import may_see_accountability
from techcoop.accountability.views.asking import RECOMMENDATIONS
from techcoop.accountability.views.lists import narrowed
from techcoop.people.models import User
from techcoop.people.queries import Watched
from techcoop.web.links import page_of
from techcoop.web.lists.asking import ask


def _rows(reader: User, parameters: QueryDict) -> QuerySet[Recommendation]:
    """What a saved search shows its owner, without an order."""
    if not may_see_accountability(reader):
        return Recommendation.objects.none()
    rows, words = narrowed(reader, ask(RECOMMENDATIONS, parameters))
    return (queries.matching(rows, words) if words else rows).select_related("state", "mechanism")


def _line(one: Recommendation) -> tuple[str, str]:
    words = {"state": one.state, "mechanism": one.mechanism, "year": one.year, "reference": one}
    return _("%(state)s, %(mechanism)s, %(year)s: %(reference)s") % words, page_of(one)


WATCHED_RECOMMENDATIONS = Watched(rows=_rows, line=_line)
