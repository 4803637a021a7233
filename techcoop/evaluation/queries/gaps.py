"""What the records do not say: gaps, each counted, none filled."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from techcoop.evaluation.models import Evaluation
from techcoop.evaluation.queries.period import Period
from techcoop.projects.models import AddressedRecommendation, ProjectComponent, ProjectState
from techcoop.projects.queries.portfolio import BY_MANDATE
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
    projects = period.projects().annotate(
        has_component=_has(ProjectComponent),
        has_recommendation=_has(AddressedRecommendation),
        has_state=_has(ProjectState),
        has_evaluation=Exists(Evaluation.objects.concluded().filter(project=OuterRef("pk"))),
    )
    over = Q(status__in=OVER)
    missing = {
        "request": Q(state_request=None) & ~BY_MANDATE,
        "recommendation": Q(has_recommendation=False),
        "component": Q(has_component=False),
        "state": Q(has_state=False),
        "start": Q(starts_on=None),
        "end": Q(ends_on=None),
        "evaluation": over & Q(has_evaluation=False),
        "over": over,
    }
    return Gaps(**projects.aggregate(**{name: Count("pk", filter=one) for name, one in missing.items()}))


def _has(model: type[models.Model]) -> Exists:
    return Exists(model._default_manager.filter(project=OuterRef("pk")))
