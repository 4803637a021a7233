"""What the portfolio of some years consists of."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from techcoop.atlas.models import Region
from techcoop.evaluation.queries.period import Period
from techcoop.projects.models import Project, ProjectState
from techcoop.projects.queries.counting import (
    counted,
    in_each_region,
    in_each_state,
    of_each_component,
    of_each_form,
)


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
    """The portfolio of a period; eleven queries whatever its size."""
    projects = period.projects()
    by_status = counted(projects, "status")
    return Portfolio(
        projects=sum(by_status.values()),
        by_status=by_status,
        by_scope=counted(projects, "scope"),
        by_year=by_year(projects, period),
        by_component=of_each_component(projects),
        by_form=of_each_form(projects),
        by_region=in_each_region(projects),
        regions=dict(Region.objects.filter(parent=None).order_by("code").values_list("code", "names")),
        by_state=in_each_state(projects),
        of_whole_regions=projects.regions_as_a_whole().count(),
    )


def by_year(rows: QuerySet, period: Period) -> dict[int, int]:
    """How many ran in each year; an open date reaches as far as the period."""
    spans = rows.values_list("starts_on__year", "ends_on__year").annotate(count=Count("pk"))
    years: Counter[int] = Counter()
    for first, last, count in spans:
        begins, ends = max(first or period.first, period.first), min(last or period.last, period.last)
        for year in range(begins, ends + 1):
            years[year] += count
    return {year: years[year] for year in period.years}


def annexed(period: Period) -> tuple[Project, ...]:
    """The projects of a period, one by one, by their codes; two queries."""
    in_states = Prefetch("in_states", ProjectState.objects.select_related("state").order_by("state__iso3"))
    few = ("code", "title", "status", "starts_on", "starts_precision", "ends_on", "ends_precision")
    return tuple(period.projects().only(*few).prefetch_related(in_states).order_by("code"))
