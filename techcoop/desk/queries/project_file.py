"""A project's file: its money by family of funds, with what activities have cost."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from techcoop.accountability import queries as accountability
from techcoop.accountability.queries import Gap
from techcoop.delivery.queries import spent_by_project
from techcoop.programme.models import FundFamily
from techcoop.projects.models import Project


@dataclass(frozen=True)
class MoneyLine:
    """One family of funds in a project, in US dollars, as far as a record says it; never two in one line."""

    family: str
    required: Decimal | None
    available: Decimal | None
    reported: Decimal | None
    cost_of_activities: Decimal | None


def gaps_of(project: Project, today: date) -> list[Gap]:
    """What is pointed out about the States of a project, and that it serves no current recommendation."""
    known = accountability.periods(today)
    gaps = accountability.gaps_of(project.reach_ids, known)
    served = project.addressed.order_by().values("recommendation")
    if not accountability.current_recommendations(known).filter(pk__in=served).exists():
        gaps.append(Gap(_("No current recommendation is linked.")))
    return gaps


def money(project: Project) -> list[MoneyLine]:
    """The money of a project, family by family; two queries."""
    lines = {one.family: one for one in project.money.all()}
    costs = {family: amount for (_, family), amount in spent_by_project([project.pk]).items()}
    return [
        MoneyLine(
            str(family.label),
            lines[family].required if family in lines else None,
            lines[family].available if family in lines else None,
            lines[family].spent if family in lines else None,
            costs.get(family),
        )
        for family in FundFamily
        if family in lines or family in costs
    ]
