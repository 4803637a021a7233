"""A form makes one record, however often and however quickly it is sent; it is never taken for another's."""

import io
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from techcoop.assessments import actions as assessments
from techcoop.assessments.models import Consultation, Need, NeedsAssessment
from techcoop.delivery import actions as delivery
from techcoop.delivery.models import Activity
from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.evaluation import actions as evaluation
from techcoop.evaluation.models import (
    Evaluation,
    EvaluationRecommendation,
    Evidence,
    Finding,
    Lesson,
    Review,
)
from techcoop.intake import actions as intake
from techcoop.intake.models import Import
from techcoop.projects import actions as projects
from techcoop.projects.models import Project
from techcoop.requests import actions as requests
from techcoop.requests.models import StateRequest
from tests.assessments.makers import a_begun_assessment
from tests.at_once import at_once
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, a_planned_activity
from tests.evaluation.makers import INTERVIEWS, JUDGES_LEARNT, a_drafted_evaluation, a_finding
from tests.people.makers import NOON, a_coordinator, another_coordinator
from tests.projects.makers import an_approved_project, some_particulars
from tests.requests.makers import A_SCAN, a_received_request, an_accepted_request, some_facts

pytestmark = pytest.mark.django_db(transaction=True)
HEARING = {"kind": Consultation, "what": {"held_on": NOON.date(), "voice": "civil_society", "women": 3}}
TERMS, NEED = (
    assessments.Terms("Prisons"),
    {"kind": Need, "what": {"component": "C2", "statement": "Cells"}},
)
YEARS = evaluation.Wanted(2019, 2024, "en")


def a_paper(key):
    return Paper("Memo", "memo.pdf", A_SCAN, submission=key)


def a_list(key):
    return intake.Upload("states", io.BytesIO(b"iso3\n"), "states.csv", NOON.date(), submission=key)


def a_form(make, sent):
    """A form about something that is made first; sending it asks for the person and the key."""
    thing = make() if make else None
    return lambda by, key: sent(thing, key, {"by": by, "at": NOON})


FORMS = {
    "request": (
        StateRequest,
        a_state,
        lambda t, key, who: requests.receive(some_facts(t), submission=key, **who),
    ),
    "paper of a request": (
        Document,
        a_received_request,
        lambda t, key, who: requests.attach(t, a_paper(key), **who),
    ),
    "assessment": (
        NeedsAssessment,
        an_accepted_request,
        lambda t, key, who: assessments.commission(t, submission=key, terms=TERMS, **who),
    ),
    "need": (
        Need,
        a_begun_assessment,
        lambda t, key, who: assessments.add_row(t, submission=key, **NEED, **who),
    ),
    "consultation": (
        Consultation,
        a_begun_assessment,
        lambda t, key, who: assessments.add_row(t, submission=key, **HEARING, **who),
    ),
    "project": (
        Project,
        an_accepted_request,
        lambda t, key, who: projects.draft(t, submission=key, what=some_particulars(t.state), **who),
    ),
    "paper of a project": (
        Document,
        an_approved_project,
        lambda t, key, who: projects.attach(t, paper=a_paper(key), **who),
    ),
    "activity": (
        Activity,
        an_approved_project,
        lambda t, key, who: delivery.plan(t, what=A_COURSE, submission=key, **who),
    ),
    "paper of an activity": (
        Document,
        lambda: a_planned_activity(an_approved_project()),
        lambda t, key, who: delivery.attach(t, paper=a_paper(key), **who),
    ),
    "evaluation": (
        Evaluation,
        None,
        lambda t, key, who: evaluation.plan(evaluation.Plan("Courses for judges"), submission=key, **who),
    ),
    "finding": (
        Finding,
        a_drafted_evaluation,
        lambda t, key, who: evaluation.add_finding(
            t, what=JUDGES_LEARNT, evidence=(INTERVIEWS,), submission=key, **who
        ),
    ),
    "evidence": (
        Evidence,
        lambda: a_finding(a_drafted_evaluation()),
        lambda t, key, who: evaluation.add_evidence(t, what=INTERVIEWS, submission=key, **who),
    ),
    "lesson": (
        Lesson,
        a_drafted_evaluation,
        lambda t, key, who: evaluation.add_lesson(t, statement="Plan first.", submission=key, **who),
    ),
    "recommendation": (
        EvaluationRecommendation,
        lambda: a_finding(a_drafted_evaluation()),
        lambda t, key, who: evaluation.add_recommendation(
            t.evaluation, what=evaluation.Advice("Follow up.", "The desk", (t,)), submission=key, **who
        ),
    ),
    "review": (
        Review,
        None,
        lambda t, key, who: evaluation.ask_for_review(YEARS, submission=key, **who),
    ),
    "import": (Import, None, lambda t, key, who: intake.upload(a_list(key), **who)),
}


@pytest.mark.parametrize(("model", "make", "sent"), FORMS.values(), ids=FORMS)
def test_a_form_sent_twice_at_once_makes_one_record_for_one_person(model, make, sent):
    send, key, person, other = a_form(make, sent), uuid4(), a_coordinator(), another_coordinator()
    before = model.objects.count()

    first, second = at_once(lambda: send(person, key), lambda: send(person, key))
    again = send(person, key)

    assert first == second == again
    assert model.objects.count() == before + 1
    with pytest.raises(PermissionDenied):
        send(other, key)
    assert model.objects.count() == before + 1
