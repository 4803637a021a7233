"""What was done, in which form, at what cost, and whom it reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from techcoop.delivery.models import ActivityCost
from techcoop.evaluation.queries.period import Period
from techcoop.evaluation.queries.portfolio import by_year
from techcoop.programme.models import FormOfAssistance, FundFamily

SEXES = ("women", "men", "others")


@dataclass(frozen=True)
class Reached:
    """Activities held in one form, and the people they reached by sex; nothing where nobody counted them."""

    activities: int = 0
    women: int | None = None
    men: int | None = None
    others: int | None = None
    uncounted: int = 0


@dataclass(frozen=True)
class Cost:
    """What so many activities cost in one family of funds."""

    activities: int = 0
    amount: Decimal = Decimal(0)


@dataclass(frozen=True)
class Delivery:
    """Everything that was held."""

    total: Reached
    forms: dict[str, Reached]
    by_year: dict[int, int]
    costs: dict[str, Cost]
    costed: int


def delivered(period: Period) -> Delivery:
    """What was held in a period; four queries."""
    activities = period.activities()
    numbers = {
        **{sex: Sum(sex) for sex in SEXES},
        "uncounted": Count("pk", filter=Q(women=None, men=None, others=None)),
        "activities": Count("pk"),
    }
    rows = activities.values("form").annotate(**{f"all_{name}": sum_ for name, sum_ in numbers.items()})
    found = {one["form"]: Reached(**_bare(dict(one))) for one in rows}
    costs = ActivityCost.objects.filter(activity__in=activities.values("pk")).order_by()
    summed = costs.filter(amount__gt=0).values("family").annotate(activities=Count("pk"), all=Sum("amount"))
    by_family = {one["family"]: Cost(one["activities"], one["all"]) for one in summed}
    return Delivery(
        total=_sum(found.values()),
        forms={form.value: found.get(form.value, Reached()) for form in FormOfAssistance},
        by_year=by_year(activities, period),
        costs={family.value: by_family.get(family.value, Cost()) for family in FundFamily},
        costed=costs.aggregate(count=Count("activity", distinct=True))["count"],
    )


def _bare(row: dict) -> dict:
    return {name.removeprefix("all_"): value for name, value in row.items() if name != "form"}


def _sum(lines: Iterable[Reached]) -> Reached:
    kept = list(lines)
    return Reached(
        activities=sum(line.activities for line in kept),
        women=_known(line.women for line in kept),
        men=_known(line.men for line in kept),
        others=_known(line.others for line in kept),
        uncounted=sum(line.uncounted for line in kept),
    )


def _known(figures: Iterable[int | None]) -> int | None:
    """The sum of what is known; unknown when nothing is."""
    known = [one for one in figures if one is not None]
    return sum(known) if known else None
