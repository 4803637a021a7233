"""What the records do not say: gaps, each counted, none filled."""

from dataclasses import dataclass, fields

from django.db.models import Count, Exists, OuterRef, Q

from techcoop.evaluation.models import Evaluation
from techcoop.evaluation.queries.period import Period
from techcoop.projects.queries.counting import lacks
from techcoop.projects.statuses import ProjectStatus

OVER = (ProjectStatus.COMPLETED, ProjectStatus.CLOSED, ProjectStatus.TERMINATED)


@dataclass(frozen=True)
class Gaps:
    """How many projects of the portfolio lack each link of the thread."""

    request: int
    recommendation: int
    component: int
    state: int
    start: int
    end: int
    evaluation: int
    over: int


def gaps(period: Period) -> Gaps:
    """The missing links of a portfolio; one query."""
    over, concluded = Q(status__in=OVER), Evaluation.objects.concluded()
    missing = {
        **lacks(),
        "evaluation": over & Q(~Exists(concluded.filter(project=OuterRef("pk")))),
        "over": over,
    }
    told = {one.name: Count("pk", filter=missing[one.name]) for one in fields(Gaps)}
    return Gaps(**period.projects().aggregate(**told))
