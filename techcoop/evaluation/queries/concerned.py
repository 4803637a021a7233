"""Whose rights the portfolio serves: the persons whom the recommendations that projects address concern."""

from django.db.models import Count, F, Func

from techcoop.evaluation.queries.period import Period
from techcoop.projects.models import AddressedRecommendation


def concerned(period: Period) -> dict[str, int]:
    """How many projects serve a recommendation that concerns each group, the most first; one query."""
    served = AddressedRecommendation.objects.filter(project__in=period.projects().values("pk")).order_by()
    groups = served.annotate(group=Func(F("recommendation__affected_groups"), function="unnest"))
    counted = groups.values("group").annotate(projects=Count("project", distinct=True))
    found = {one["group"]: one["projects"] for one in counted}
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))
