"""What breaks and what keeps each practice about projects that are drafted and carried out."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pgtrigger

from techcoop.assessments.models import Consultation
from techcoop.projects import actions
from tests.assessments.makers import a_recommendation, an_approved_assessment
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer
from tests.programme.pairs import TODAY, Pair, after, changed
from tests.projects.makers import (
    a_completed_project,
    a_draft_project,
    a_suspended_project,
    an_approved_project,
    an_operational_project,
    some_particulars,
)
from tests.requests.makers import a_declined_request, a_request_in_formulation


def on_a_mandate(mandate):
    what = some_particulars(a_state(), scope="global", states=(), mandate="Resolution 926 (X)")
    project = actions.draft(None, by=a_coordinator(), at=NOON, submission=uuid4(), what=what)
    return changed(project, mandate=mandate)


def on_a_declined_request():
    return changed(a_draft_project(), state_request=a_declined_request())


def heard_by_the_government_alone():
    project = a_draft_project()
    with pgtrigger.ignore("assessments.Consultation:stays_once_approved"):
        Consultation.objects.update(voice="government")
    return project


def without_states():
    project = a_draft_project()
    project.in_states.all().delete()
    return project


def citing(rationale, **about):
    project = a_draft_project()
    cited = a_recommendation(project.states.get(), **about)
    project.addressed.create(recommendation=cited, rationale=rationale)
    return project


def under_way_citing(**about):
    approved = actions.approve(citing("It serves it.", **about), by=a_coordinator(), at=NOON)
    return actions.start(approved, by=a_coordinator(), at=NOON)


def serving_nothing_more():
    project = a_draft_project(why_no_recommendation="")
    actions.address(project, by=a_desk_officer(project.states.get()), at=NOON, cite=set())
    return project


def with_outcomes():
    project = a_completed_project()
    outcomes = dict.fromkeys(project.structures.values_list("pk", flat=True), "It visits every prison.")
    return actions.tell_outcomes(project, outcomes=outcomes, by=a_coordinator(), at=NOON, seen=0)


def twice_in_one_state(title="Courses for judges"):
    state = a_state()
    an_operational_project(state, title="Courses for judges")
    return an_operational_project(state, title=title)


WHOLE = a_draft_project
APPROVAL = {
    "projects.mandate": Pair(lambda: on_a_mandate(" "), lambda: on_a_mandate("Resolution 926 (X)")),
    "projects.request": Pair(on_a_declined_request, WHOLE),
    "projects.recent_assessment": Pair(lambda: a_draft_project(assessment=None), WHOLE),
    "projects.voices": Pair(heard_by_the_government_alone, WHOLE),
    "projects.reach": Pair(without_states, WHOLE),
    "projects.components": Pair(lambda: a_draft_project(components={}), WHOLE),
    "projects.structures": Pair(lambda: a_draft_project(structures=()), WHOLE),
    "projects.recommendations": Pair(serving_nothing_more, WHOLE),
    "projects.dates": Pair(lambda: a_draft_project(ends_on=None), WHOLE),
    "projects.money": Pair(lambda: a_draft_project(required={}), WHOLE),
    "projects.desk_officer": Pair(lambda: changed(a_draft_project(), desk_officer=None), WHOLE),
    "projects.forms": Pair(lambda: a_draft_project(forms=()), WHOLE),
    "projects.rationales": Pair(lambda: citing(" "), lambda: citing("It trains the inspectors.")),
    "projects.summary": Pair(lambda: a_draft_project(summary=""), WHOLE),
}
CARRYING_OUT = {
    "projects.formulated": after(a_request_in_formulation, 180),
    "projects.assessed_for_something": after(an_approved_assessment, 365),
    "projects.drafts_move_on": after(a_draft_project, 180),
    "projects.starts_in_time": after(an_approved_project, 30, since=date(2026, 1, 1)),
    "projects.ends_in_time": after(an_operational_project, 30, since=date(2027, 12, 31)),
    "projects.suspension_ends": after(a_suspended_project, 180),
    "projects.accounts_closed": after(a_completed_project, 365),
    "projects.outcomes": Pair(a_completed_project, with_outcomes),
    "projects.current_recommendation": Pair(lambda: under_way_citing(year=2009), under_way_citing),
    "projects.title_says_something": Pair(lambda: an_approved_project(title="Phase 2"), an_approved_project),
    "projects.title_once": Pair(
        lambda: twice_in_one_state("COURSES FOR JUDGES"), lambda: twice_in_one_state("Courses for lawyers")
    ),
    "projects.not_too_long": Pair(
        lambda: an_approved_project(ends_on=date(2036, 1, 2)),
        lambda: an_approved_project(ends_on=date(2036, 1, 1)),
    ),
    "projects.begun_before_approval": Pair(an_approved_project, lambda: an_approved_project(starts_on=TODAY)),
    "evaluations.costly_projects": Pair(
        lambda: a_completed_project(required={"voluntary_fund": Decimal(500_000)}),
        lambda: a_completed_project(required={"voluntary_fund": Decimal(499_999)}),
        broken_on=date(2027, 3, 3),
        kept_on=date(2027, 3, 3),
    ),
    "activities.something_happens": after(an_operational_project, 180),
}
PAIRS = APPROVAL | CARRYING_OUT
