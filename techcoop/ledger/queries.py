"""Questions about money that belongs to no single project."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum

from techcoop.ledger.models import SecretariatExpense
from techcoop.people.models import User
from techcoop.people.permissions import Permission


def expenses_visible_to(user: User) -> QuerySet[SecretariatExpense]:
    """All expenses of the Secretariat for whoever sees money, none for anybody else."""
    rows = SecretariatExpense.objects.all()
    return rows if user.can_for_some_state(Permission.SEE_MONEY) else rows.none()


@dataclass(frozen=True)
class Found:
    """How many lines there are, and what they make together."""

    count: int
    amount: Decimal


def found_in(rows: QuerySet[SecretariatExpense]) -> Found:
    """These lines counted and added up; one query."""
    together = rows.order_by().aggregate(count=Count("pk"), amount=Sum("amount"))
    return Found(together["count"], together["amount"] or Decimal(0))
