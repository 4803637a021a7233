"""The money of the portfolio, by family of funds; what no record says stays unsaid."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from techcoop.evaluation.queries.period import Period
from techcoop.programme.models import FundFamily
from techcoop.projects.models import ProjectMoney

ZERO = Decimal(0)
MEASURES = ("required", "available", "spent")


@dataclass(frozen=True)
class Line:
    """The money of one family of funds, or of all: how many projects have it, and how much."""

    projects: int
    required: Decimal = ZERO
    available: Decimal = ZERO
    spent: Decimal = ZERO


@dataclass(frozen=True)
class Money:
    """All lines, and how many projects say nothing of a measure."""

    total: Line
    families: dict[str, Line]
    without_money: int
    without: dict[str, int]


def money(period: Period) -> Money:
    """What the projects of a period required, had and spent; three queries."""
    projects = period.projects()
    rows = ProjectMoney.objects.filter(project__in=projects.values("pk")).order_by()
    sums = {name: Sum(name, default=ZERO) for name in MEASURES}
    everything = rows.aggregate(projects=Count("project", distinct=True), **sums)
    found = {one.pop("family"): Line(**one) for one in _by_family(rows, sums)}
    return Money(
        total=Line(**everything),
        families={family.value: found.get(family.value, Line(0)) for family in FundFamily},
        without_money=projects.count() - everything["projects"],
        without=_without(rows),
    )


def _by_family(rows: QuerySet[ProjectMoney], sums: dict[str, Sum]) -> list[dict]:
    grouped = rows.values("family").annotate(projects=Count("project"), **sums)
    return list(grouped.values("family", "projects", *MEASURES))


def _without(rows: QuerySet[ProjectMoney]) -> dict[str, int]:
    by_project = rows.values("project").annotate(**{f"all_{name}": Sum(name) for name in MEASURES})
    return by_project.aggregate(
        **{name: Count("project", filter=Q(**{f"all_{name}": 0})) for name in MEASURES}
    )
