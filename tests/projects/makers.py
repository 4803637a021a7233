"""Projects, which reach their status through the programme's own actions."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from techcoop.atlas.models import State
from techcoop.people.actions import Term
from techcoop.people.models import User
from techcoop.projects import actions
from techcoop.projects.actions import Particulars, Structure
from techcoop.projects.models import Membership, Project
from techcoop.requests.models import StateRequest
from tests.assessments.makers import an_approved_assessment, its_officer
from tests.atlas.makers import a_state
from tests.people.makers import (
    NOON,
    a_coordinator,
    a_finance_officer,
    a_person,
    an_administrator,
)
from tests.requests.makers import an_accepted_request


def some_particulars(state: State, **different: Any) -> Particulars:
    given = {
        "title": "Independent inspection of prisons",
        "summary": "A national mechanism that visits every prison, and judges who read its reports.",
        "states": (state,),
        "forms": ("F1", "F2"),
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2027, 12, 31),
        "why_no_recommendation": "The mechanisms have not yet seen the prisons.",
        "components": {"C2": Decimal(60), "C4": Decimal(40)},
        "required": {"voluntary_fund": Decimal(250_000), "regular_budget": Decimal(50_000)},
        "structures": (Structure("National Preventive Mechanism", "national_institution"),),
    }
    return Particulars(**{**given, **different})


def a_draft_project(
    state: State | None = None, *, of: StateRequest | None = None, by: User | None = None, **different: Any
) -> Project:
    """Drafted by the desk officer on an accepted request and an approved assessment; ready for approval."""
    state_request = of or an_accepted_request(state or a_state())
    if "assessment" not in different:
        different["assessment"] = an_approved_assessment(of=state_request)
    officer = by or its_officer(state_request)
    helped = state_request.state or state_request.organization.members.first()
    what = some_particulars(helped, desk_officer=officer, **different)
    return actions.draft(state_request, by=officer, at=NOON, submission=uuid4(), what=what)


def an_approved_project(state: State | None = None, **different: Any) -> Project:
    """Approved by the coordinator, who had no hand in the draft."""
    return actions.approve(a_draft_project(state, **different), by=a_coordinator(), at=NOON)


def an_operational_project(state: State | None = None, **different: Any) -> Project:
    return actions.start(an_approved_project(state, **different), by=a_coordinator(), at=NOON)


def a_suspended_project(state: State | None = None, **different: Any) -> Project:
    project = an_operational_project(state, **different)
    return actions.suspend(project, by=a_coordinator(), at=NOON, why="The prisons are closed to visitors.")


def a_completed_project(state: State | None = None, **different: Any) -> Project:
    return actions.complete(an_operational_project(state, **different), by=a_coordinator(), at=NOON)


def a_closed_project(state: State | None = None, **different: Any) -> Project:
    return actions.close(a_completed_project(state, **different), by=a_finance_officer(), at=NOON)


def a_cancelled_project(state: State | None = None, **different: Any) -> Project:
    project = a_draft_project(state, **different)
    return actions.cancel(project, by=a_coordinator(), at=NOON, why="The State has withdrawn.")


def a_terminated_project(state: State | None = None, **different: Any) -> Project:
    project = an_operational_project(state, **different)
    return actions.terminate(project, by=a_coordinator(), at=NOON, why="The counterpart is dissolved.")


def a_member(
    project: Project,
    role: str = "project_officer",
    *,
    starts_on: date = date(2026, 1, 1),
    ends_on: date | None = None,
    person: User | None = None,
    by: User | None = None,
) -> Membership:
    """Somebody with a role in this project alone, given by the administrator unless another is named."""
    return actions.give_role(
        project,
        person=person or a_person("Miro Member"),
        term=Term(role, starts_on, ends_on),
        by=by or an_administrator(),
        at=NOON,
        submission=uuid4(),
    )


BY_STATUS = {
    "draft": a_draft_project,
    "approved": an_approved_project,
    "operational": an_operational_project,
    "suspended": a_suspended_project,
    "completed": a_completed_project,
    "closed": a_closed_project,
    "cancelled": a_cancelled_project,
    "terminated": a_terminated_project,
}
