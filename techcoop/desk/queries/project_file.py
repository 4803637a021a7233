"""A project's file: its money by family of funds, with what activities have cost."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from techcoop.accountability import queries as accountability
from techcoop.accountability.queries import Gap
from techcoop.programme.models import FundFamily
from techcoop.projects.models import Project
from techcoop.projects.queries import Document
from techcoop.web.rows import rows_of


@dataclass(frozen=True)
class MoneyLine:
    """One family of funds in a project, in US dollars, as far as a record says it; never two in one line."""

    family: str
    required: Decimal | None
    available: Decimal | None
    reported: Decimal | None
    cost_of_activities: Decimal | None


# Each family that has money planned or activities that cost something.
MONEY = """
SELECT family, planned.required, planned.available, planned.spent, cost.amount
  FROM (SELECT * FROM projects_projectmoney WHERE project_id = %(key)s) AS planned
  FULL JOIN (SELECT family, sum(amount) AS amount FROM delivery_activitycost
               JOIN delivery_activity AS activity ON activity.id = activity_id
              WHERE activity.project_id = %(key)s AND activity.status = 'held' GROUP BY family) AS cost
            USING (family)"""


def gaps_of(document: Document, today: date) -> list[Gap]:
    """What is pointed out about the States of a project, and that it serves no current recommendation."""
    known = accountability.periods(today)
    gaps = accountability.gaps_of(document.project.reach_ids, known)
    if not any(accountability.is_current(one.recommendation, known) for one in document.addressed):
        gaps.append(Gap(_("No current recommendation is linked.")))
    return gaps


def money(project: Project) -> list[MoneyLine]:
    """The money of a project, family by family; one query."""
    lines = {line.family: line for line in rows_of(MoneyLine, MONEY, key=project.pk)}
    return [replace(lines[family], family=str(family.label)) for family in FundFamily if family in lines]
