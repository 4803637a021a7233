"""A project's file: its money by family of funds, with what activities have cost."""

from dataclasses import dataclass
from decimal import Decimal

from techcoop.delivery.queries import spent_by_project
from techcoop.programme.models import FundFamily
from techcoop.projects.models import Project


@dataclass(frozen=True)
class MoneyLine:
    """One family of funds in a project, in US dollars; the two families are never added in one line."""

    family: str
    required: Decimal
    available: Decimal
    reported: Decimal
    cost_of_activities: Decimal


def money(project: Project) -> list[MoneyLine]:
    """The money of a project, family by family; two queries."""
    lines = {one.family: one for one in project.money.all()}
    costs = {family: amount for (_, family), amount in spent_by_project([project.pk]).items()}
    nothing = Decimal(0)
    return [
        MoneyLine(
            str(family.label),
            lines[family].required if family in lines else nothing,
            lines[family].available if family in lines else nothing,
            lines[family].spent if family in lines else nothing,
            costs.get(family, nothing),
        )
        for family in FundFamily
        if family in lines or family in costs
    ]
