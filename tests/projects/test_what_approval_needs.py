"""A project is approved by another person when nothing of what approval asks for is missing."""

from datetime import date, timedelta

import pgtrigger
import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from techcoop.assessments.models import Consultation
from techcoop.projects import actions
from techcoop.projects.practices import missing_for_approval
from tests.assessments.makers import a_recommendation, a_validated_assessment, an_approved_assessment
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_reviewer, another_coordinator
from tests.projects.makers import a_draft_project
from tests.requests.makers import an_accepted_request

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


def places(project, *, today=TODAY):
    return [one.place for one in missing_for_approval(project, today=today)]


def test_nothing_is_missing_of_a_whole_document():
    assert places(a_draft_project()) == []


@pytest.mark.parametrize(
    ("left_open", "place"),
    [
        ({"components": {}}, "components"),
        ({"structures": ()}, "structures"),
        ({"required": {}}, "money"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": None}, "starts_on"),
        ({"why_no_recommendation": ""}, "recommendations"),
    ],
)
def test_what_is_left_open_is_named_with_its_place(left_open, place):
    project = a_draft_project(**left_open)

    assert places(project) == [place]
    with pytest.raises(ValidationError):
        actions.approve(project, by=a_coordinator(), at=NOON)


def test_a_project_without_assessment_lacks_it_and_its_voices():
    assert places(a_draft_project(assessment=None)) == ["assessment", "assessment"]


def test_an_assessment_that_is_not_approved_does_not_count():
    state_request = an_accepted_request()
    assessment = a_validated_assessment(of=state_request)

    assert places(a_draft_project(of=state_request, assessment=assessment)) == ["assessment"]


def test_an_assessment_that_heard_only_the_government_does_not_suffice():
    state_request = an_accepted_request()
    assessment = an_approved_assessment(of=state_request)
    # As one may stand there that was approved before the approval itself asked for it.
    with pgtrigger.ignore("assessments.Consultation:stays_once_approved"):
        Consultation.objects.update(voice="government")

    assert places(a_draft_project(of=state_request, assessment=assessment)) == ["assessment"]


def test_an_assessment_counts_for_thirty_six_months():
    project = a_draft_project()
    last_day = date(TODAY.year + 3, TODAY.month, TODAY.day)

    assert places(project, today=last_day) == []
    assert places(project, today=last_day + timedelta(days=1)) == ["assessment"]


def test_an_addressed_recommendation_stands_for_the_reason():
    project = a_draft_project(why_no_recommendation="")
    officer, cited = a_desk_officer(project.states.get()), a_recommendation(project.states.get())

    actions.address(project, by=officer, at=NOON, cite={cited.pk})
    actions.explain(project, by=officer, at=NOON, rationales={cited.pk: "It trains the inspectors."}, seen=0)

    assert places(project) == []
    assert project.addressed.get().rationale == "It trains the inspectors."


def test_whoever_had_a_hand_in_the_draft_does_not_approve_it():
    project = a_draft_project()
    actions.address(project, by=a_coordinator(), at=NOON, cite=set())

    with pytest.raises(PermissionDenied):
        actions.approve(project, by=a_coordinator(), at=NOON)
    assert actions.approve(project, by=another_coordinator(), at=NOON).status == "approved"


@pytest.mark.parametrize("someone", [a_reviewer, lambda: a_desk_officer(a_state("Borduria"))])
def test_nobody_else_approves(someone):
    with pytest.raises(PermissionDenied):
        actions.approve(a_draft_project(), by=someone(), at=NOON)
