"""What the portfolio of some years consists of."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from techcoop.atlas.models import Region
from techcoop.evaluation.queries.period import Period
from techcoop.programme.models import Component, FormOfAssistance
from techcoop.projects.models import Project, ProjectComponent, ProjectState


@dataclass(frozen=True)
class Portfolio:
    """How many projects, by what they are."""

    projects: int
    by_status: dict[str, int]
    by_scope: dict[str, int]
    by_year: dict[int, int]
    by_component: dict[str, int]
    by_form: dict[str, int]
    by_region: dict[str, int]
    regions: dict[str, dict[str, str]]
    by_state: dict[str, int]
    of_whole_regions: int


def portfolio(period: Period) -> Portfolio:
    """The portfolio of a period; nine queries whatever its size."""
    projects = period.projects()
    by_status = counted(projects, "status")
    return Portfolio(
        projects=sum(by_status.values()),
        by_status=by_status,
        by_scope=counted(projects, "scope"),
        by_year=by_year(projects, period),
        by_component=by_component(projects),
        by_form=by_form(projects),
        by_region=by_region(projects),
        regions=dict(Region.objects.filter(parent=None).order_by("code").values_list("code", "names")),
        by_state=counted(_in_states(projects), "state__iso3"),
        of_whole_regions=projects.regions_as_a_whole().count(),
    )


def counted(rows: QuerySet, field: str) -> dict[Any, int]:
    """How many there are of each kind; kinds without any are not there."""
    return dict(rows.order_by(field).values_list(field).annotate(count=Count("pk")))


def by_year(rows: QuerySet, period: Period) -> dict[int, int]:
    """How many ran in each year; an open date reaches as far as the period."""
    spans = rows.values_list("starts_on__year", "ends_on__year").annotate(count=Count("pk"))
    years: Counter[int] = Counter()
    for first, last, count in spans:
        begins, ends = max(first or period.first, period.first), min(last or period.last, period.last)
        for year in range(begins, ends + 1):
            years[year] += count
    return {year: years[year] for year in period.years}


def by_component(projects: QuerySet[Project]) -> dict[str, int]:
    """How many have a part in each of the five components."""
    found = counted(ProjectComponent.objects.filter(project__in=projects.values("pk")), "component")
    return {component.value: found.get(component, 0) for component in Component}


def by_form(projects: QuerySet[Project]) -> dict[str, int]:
    """How many use each of the seven forms of assistance."""
    forms = {form.value: Count("pk", filter=Q(forms__contains=[form.value])) for form in FormOfAssistance}
    return projects.aggregate(**forms)


def by_region(projects: QuerySet[Project]) -> dict[str, int]:
    """How many work in some State of each great region."""
    there = _in_states(projects).filter(state__regions__parent=None)
    rows = there.order_by("state__regions__code").values_list("state__regions__code")
    return dict(rows.annotate(count=Count("project", distinct=True)))


def _in_states(projects: QuerySet[Project]) -> QuerySet[ProjectState]:
    return ProjectState.objects.filter(project__in=projects.values("pk"))


def annexed(period: Period) -> tuple[Project, ...]:
    """The projects of a period, one by one, by their codes; two queries."""
    in_states = Prefetch("in_states", ProjectState.objects.select_related("state").order_by("state__iso3"))
    few = ("code", "title", "status", "starts_on", "starts_precision", "ends_on", "ends_precision")
    return tuple(period.projects().only(*few).prefetch_related(in_states).order_by("code"))
