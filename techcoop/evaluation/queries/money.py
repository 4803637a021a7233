"""The money of the portfolio, by family of funds; what no record says stays unsaid."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum

from techcoop.evaluation.queries.period import Period
from techcoop.programme.models import FundFamily
from techcoop.projects.models import ProjectMoney
from techcoop.projects.queries.portfolio import SAID

MEASURES = ("required", "available", "spent")


@dataclass(frozen=True)
class Line:
    """The money of one family of funds, or of all: how many projects have it, and how much, if said."""

    projects: int
    required: Decimal | None = None
    available: Decimal | None = None
    spent: Decimal | None = None


@dataclass(frozen=True)
class Money:
    """All lines; those of older records, which alone report what was available and spent; what is missing."""

    total: Line
    reporting: Line
    kept_here: int
    families: dict[str, Line]
    without_money: int


def money(period: Period) -> Money:
    """What the projects of a period required, had and spent; four queries."""
    projects = period.projects()
    rows = ProjectMoney.objects.filter(SAID, project__in=projects.values("pk")).order_by()
    sums = {name: Sum(name) for name in MEASURES}
    older = rows.filter(project__source__isnull=False)
    everything, reporting = (
        one.aggregate(projects=Count("project", distinct=True), **sums) for one in (rows, older)
    )
    found = {one.pop("family"): Line(**one) for one in _by_family(rows, sums)}
    return Money(
        total=Line(**everything),
        reporting=Line(**reporting),
        kept_here=everything["projects"] - reporting["projects"],
        families={family.value: found.get(family.value, Line(0)) for family in FundFamily},
        without_money=projects.count() - everything["projects"],
    )


def _by_family(rows: QuerySet[ProjectMoney], sums: dict[str, Sum]) -> list[dict]:
    grouped = rows.values("family").annotate(projects=Count("project"), **sums)
    return list(grouped.values("family", "projects", *MEASURES))
