"""Assessments of needs, which reach their status through the programme's own actions."""

from datetime import date
from hashlib import sha256
from uuid import uuid4

from django.db import connection, transaction

from techcoop.accountability.models import Mechanism, Recommendation
from techcoop.assessments import actions
from techcoop.assessments.actions import Content, Finding, Hearing, Terms
from techcoop.atlas.models import State
from techcoop.documents.models import Source
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_desk_officer, a_reviewer
from tests.requests.makers import an_accepted_request

NAMES, WORDS = "Ms. Asha Witness of the lawyers' guild", "They are afraid to sign the complaint."


def an_assessment(state: State | None = None, *, of: StateRequest | None = None):
    """Commissioned; its terms of reference are written."""
    state_request = of or an_accepted_request(state or a_state())
    return actions.commission(
        state_request,
        by=a_desk_officer(state_request.state),
        at=NOON,
        submission=uuid4(),
        terms=Terms("The prisons of Arcadia", terms_of_reference="Find out what the prisons need."),
    )


def a_begun_assessment(state: State | None = None, *, of: StateRequest | None = None):
    assessment = an_assessment(state, of=of)
    return actions.begin(assessment, by=a_desk_officer(assessment.state), at=NOON)


def a_consultation(assessment, *, voice: str = "civil_society"):
    """Somebody was heard, in confidence."""
    return actions.record_consultation(
        assessment,
        by=a_desk_officer(assessment.state),
        at=NOON,
        submission=uuid4(),
        hearing=Hearing(date(2026, 2, 1), voice, women=2, men=1, who=NAMES, said=WORDS),
    )


def a_need(assessment):
    finding = Finding("C2", "Nobody inspects the prisons.", proposed_action="A national mechanism.")
    officer = a_desk_officer(assessment.state)
    return actions.add_need(assessment, by=officer, at=NOON, submission=uuid4(), finding=finding)


def a_drafted_assessment(
    state: State | None = None, *, of: StateRequest | None = None, voice: str = "civil_society"
):
    """With a need, a voice that was heard, and the reason why nothing is cited."""
    assessment = a_begun_assessment(state, of=of)
    officer = a_desk_officer(assessment.state)
    a_need(assessment)
    a_consultation(assessment, voice=voice)
    content = Content(assessment.title, why_no_recommendation="The mechanisms have not yet seen the prisons.")
    actions.revise(assessment, by=officer, at=NOON, content=content)
    return actions.draft(assessment, by=officer, at=NOON)


def a_validated_assessment(
    state: State | None = None, *, of: StateRequest | None = None, voice: str = "civil_society"
):
    assessment = a_drafted_assessment(state, of=of, voice=voice)
    officer = a_desk_officer(assessment.state)
    return actions.validate(assessment, by=officer, at=NOON, on=date(2026, 2, 20))


def an_approved_assessment(
    state: State | None = None, *, of: StateRequest | None = None, voice: str = "civil_society"
):
    """Approved by a reviewer, who did not draft it."""
    assessment = a_validated_assessment(state, of=of, voice=voice)
    return actions.approve(assessment, by=a_reviewer(), at=NOON)


@transaction.atomic
def a_recommendation(
    state: State, text: str = "Let independent persons inspect the prisons."
) -> Recommendation:
    """What a mechanism said, as its importer would write it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('techcoop.importing', 'accountability', true)")
    source, _ = Source.objects.get_or_create(title="Test of the index", retrieved_on=date(2026, 1, 1))
    mechanism, _ = Mechanism.objects.get_or_create(code="upr-test", defaults={"kind": "upr"})
    made, _ = Recommendation.objects.get_or_create(
        source_key=sha256(f"{state.iso3} {text}".encode()).hexdigest(),
        state=state,
        defaults={
            "mechanism": mechanism,
            "kind": "recommendation",
            "texts": {"en": text},
            "year": 2024,
            "source": source,
        },
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('techcoop.importing', '', true)")
    return made
