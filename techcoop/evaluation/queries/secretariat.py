"""What the Secretariat spent on human rights in the years of a review, as it reports it itself."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from techcoop.evaluation.queries.period import Period
from techcoop.ledger.models import SecretariatExpense


@dataclass(frozen=True)
class Expense:
    """The lines of one source of funds, and what they sum to."""

    source: str
    lines: int
    amount: Decimal


@dataclass(frozen=True)
class Expenses:
    """All sources of funds, and the years of which something is reported."""

    sources: tuple[Expense, ...]
    years: tuple[int, ...]


def secretariat_expenses(period: Period) -> Expenses:
    """What is reported for these years; two queries."""
    lines = SecretariatExpense.objects.filter(year__range=(period.first, period.last)).order_by()
    summed = lines.values("source_of_funds").annotate(lines=Count("pk"), amount=Sum("amount"))
    return Expenses(
        tuple(
            Expense(one["source_of_funds"], one["lines"], one["amount"])
            for one in summed.order_by("source_of_funds")
        ),
        tuple(lines.order_by("year").values_list("year", flat=True).distinct()),
    )
