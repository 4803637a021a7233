"""Activities, reached through the programme's own acts."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from techcoop.delivery import actions
from techcoop.delivery.actions import Outcome, Plan
from techcoop.delivery.models import Activity
from techcoop.people.models import User
from techcoop.projects.models import Project
from tests.people.makers import NOON, a_coordinator

A_COURSE = Plan("F2", "Course for judges", date(2026, 4, 6), date(2026, 4, 10), place="Port City")
AN_OUTCOME = Outcome(
    "Thirty judges can apply the Covenant.", women=14, men=16, costs={"voluntary_fund": Decimal("12500.00")}
)


def a_planned_activity(project: Project, *, what: Plan = A_COURSE, by: User | None = None) -> Activity:
    return actions.plan(project, what=what, submission=uuid4(), by=by or a_coordinator(), at=NOON)


def a_held_activity(project: Project, *, what: Plan = A_COURSE, outcome: Outcome = AN_OUTCOME) -> Activity:
    return actions.report(a_planned_activity(project, what=what), what=outcome, by=a_coordinator(), at=NOON)
