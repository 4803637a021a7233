"""The money of the portfolio, by family of funds; what no record says stays unsaid."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from techcoop.evaluation.queries.period import Period
from techcoop.programme.models import FundFamily
from techcoop.projects.models import ProjectMoney
from techcoop.projects.queries.counting import SAID
from techcoop.projects.queries.portfolio import PART_OF

MEASURES = ("required", "available", "spent")


@dataclass(frozen=True)
class Line:
    """The money of one family of funds, or of all: how many projects have it, and how much, if said."""

    projects: int
    required: Decimal | None = None
    available: Decimal | None = None
    spent: Decimal | None = None


@dataclass(frozen=True)
class Share:
    """A measure and the whole of which it is a part, over the records that say both and over no others."""

    part: Decimal
    whole: Decimal


@dataclass(frozen=True)
class Money:
    """All lines; the shares that older records report, which alone say what was spent; what is missing."""

    total: Line
    shares: dict[str, Share]
    kept_here: int
    families: dict[str, Line]
    without_money: int


def money(period: Period) -> Money:
    """What the projects of a period required, had and spent; five queries."""
    projects = period.projects()
    rows = ProjectMoney.objects.filter(SAID, project__in=projects.values("pk")).order_by()
    sums = {name: Sum(name) for name in MEASURES}
    everything = rows.aggregate(projects=Count("project", distinct=True), **sums)
    older = rows.filter(project__source__isnull=False)
    reporting = older.aggregate(Count("project", distinct=True))["project__count"]
    found = {one.pop("family"): Line(**one) for one in _by_family(rows, sums)}
    return Money(
        total=Line(**everything),
        shares=_shares(older),
        kept_here=everything["projects"] - reporting,
        families={family.value: found.get(family.value, Line(0)) for family in FundFamily},
        without_money=projects.count() - everything["projects"],
    )


def _shares(rows: QuerySet[ProjectMoney]) -> dict[str, Share]:
    """What was available of what was required, and spent of what was available; one query."""
    asked = {}
    for part, whole in PART_OF.items():
        both = Q(**{f"{part}__isnull": False, f"{whole}__isnull": False})
        asked[f"{part}_part"] = Sum(part, filter=both, default=0)
        asked[f"{part}_whole"] = Sum(whole, filter=both, default=0)
    found = rows.aggregate(**asked)
    return {part: Share(found[f"{part}_part"], found[f"{part}_whole"]) for part in PART_OF}


def _by_family(rows: QuerySet[ProjectMoney], sums: dict[str, Sum]) -> list[dict]:
    grouped = rows.values("family").annotate(projects=Count("project"), **sums)
    return list(grouped.values("family", "projects", *MEASURES))
