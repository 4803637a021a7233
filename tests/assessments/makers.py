"""Assessments of needs, which reach their status through the programme's own actions."""

from datetime import date
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.db import connection, transaction

from techcoop.accountability.models import Mechanism, Recommendation
from techcoop.assessments import actions, queries
from techcoop.assessments.actions import Content, Terms, Weighing
from techcoop.assessments.models import (
    Consultation,
    Input,
    Institution,
    Need,
    NeedsAssessment,
    ProposedProject,
    Row,
)
from techcoop.atlas.models import State
from techcoop.documents.models import Source
from techcoop.journal.queries import last_edit
from techcoop.people.models import User
from techcoop.requests.models import StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_reviewer
from tests.requests.makers import an_accepted_request

CRITERIA = ("mechanisms", "people", "structures", "feasible")
TOGETHER = "The Ombudsman, the Ministry of Justice, the lawyers' guild"
NAMES, WORDS = "Ms. Asha Witness of the lawyers' guild", "They are afraid to sign the complaint."


def its_officer(state_request: StateRequest):
    """The officer of the desk for all the States whose case a request is."""
    return a_desk_officer(*State.objects.filter(pk__in=state_request.state_ids))


def an_assessment(state: State | None = None, *, of: StateRequest | None = None):
    """Commissioned; its terms of reference are written."""
    state_request = of or an_accepted_request(state or a_state())
    return actions.commission(
        state_request,
        by=its_officer(state_request),
        at=NOON,
        submission=uuid4(),
        terms=Terms("The prisons of Arcadia", terms_of_reference="Find out what the prisons need."),
    )


def a_begun_assessment(state: State | None = None, *, of: StateRequest | None = None):
    assessment = an_assessment(state, of=of)
    return actions.begin(assessment, by=its_officer(assessment.state_request), at=NOON)


def a_row(assessment: NeedsAssessment, model: type[Row], /, **what: Any):
    """A row of one of the tables, written by the officer of the desk."""
    officer = its_officer(assessment.state_request)
    return actions.add_row(assessment, kind=model, what=what, submission=uuid4(), by=officer, at=NOON)


def a_consultation(assessment, *, voice: str = "civil_society", **more: Any):
    """Somebody was heard, in confidence."""
    told = {"held_on": date(2026, 2, 1), "women": 2, "men": 1, "who": NAMES, "said": WORDS, **more}
    return a_row(assessment, Consultation, voice=voice, **told)


def a_need(assessment, statement: str = "Nobody inspects the prisons.", **more: Any):
    told = {"component": "C2", "proposed_action": "A national mechanism.", **more}
    return a_row(assessment, Need, statement=statement, **told)


def an_institution(assessment, name: str = "Ombudsman of Arcadia", **more: Any):
    told = {"kind": "national_institution", "mandate": "Complaints", "accreditation": "B", **more}
    return a_row(assessment, Institution, name=name, **told)


def with_every_input(assessment):
    """Each of the four inputs was weighed."""
    officer = its_officer(assessment.state_request)
    for source in Input:
        what = Weighing(source, considered="What they said since 2020.", conclusion="The prisons come first.")
        actions.weigh_input(assessment, what=what, seen=0, by=officer, at=NOON)
    return assessment


def with_assessors(assessment) -> tuple[User, User]:
    """The officer of the desk and the coordinator are to score the needs."""
    assessors = (its_officer(assessment.state_request), a_coordinator())
    actions.name_assessors(assessment, people=assessors, by=assessors[0], at=NOON)
    return assessors


def scored(assessment, *, first: int = 4, second: int = 3):
    """The officer of the desk and the coordinator scored every need."""
    for assessor, value in zip(with_assessors(assessment), (first, second), strict=True):
        marks = {need.pk: dict.fromkeys(CRITERIA, value) for need in assessment.needs.all()}
        actions.score(assessment, marks=marks, by=assessor, at=NOON)
    return assessment


def rewritten(assessment, **what: Any):
    """The texts of the assessment, written anew."""
    assessment.refresh_from_db()
    kept = {name: getattr(assessment, name) for name in ("title", "terms_of_reference")}
    content = Content(**(kept | what))
    officer = its_officer(assessment.state_request)
    return actions.revise(assessment, by=officer, at=NOON, content=content, seen=last_edit(assessment).number)


def edit_of(row) -> int:
    """The number of the act that last wrote this row."""
    return last_edit(row.assessment, part=row.part).number


def a_written_assessment(
    state: State | None = None, *, of: StateRequest | None = None, voice: str = "civil_society"
):
    """Nothing is missing: a need, an institution, a voice, and what is cited or why nothing is."""
    assessment = with_every_input(a_begun_assessment(state, of=of))
    a_need(assessment)
    an_institution(assessment)
    a_consultation(assessment, voice=voice)
    scored(assessment)
    context = "Four prisons, all of them full."
    if current := queries.recommendations_to(assessment).filter(withdrawn_on=None).first():
        citing(assessment, current)
        return rewritten(assessment, context=context)
    none = "The mechanisms have not yet seen the prisons."
    return rewritten(assessment, context=context, why_no_recommendation=none)


def a_drafted_assessment(state: State | None = None, **about: Any):
    assessment = a_written_assessment(state, **about)
    return actions.draft(assessment, by=its_officer(assessment.state_request), at=NOON)


def a_validated_assessment(state: State | None = None, **about: Any):
    return validated(a_drafted_assessment(state, **about))


def validated(assessment):
    """Validated with those consulted, and signed off for the desk."""
    officer = its_officer(assessment.state_request)
    return actions.validate(assessment, by=officer, at=NOON, on=date(2026, 2, 20), validated_with=TOGETHER)


def an_approved_assessment(
    state: State | None = None, *, of: StateRequest | None = None, voice: str = "civil_society"
):
    """Approved by a reviewer, who did not draft it."""
    assessment = a_validated_assessment(state, of=of, voice=voice)
    return actions.approve(assessment, by=a_reviewer(), at=NOON)


def a_proposal(assessment, title: str = "Independent inspection of prisons", **more: Any):
    """A project is proposed that answers every need found so far."""
    told = {"purpose": "Every prison is visited.", "needs": list(assessment.needs.all()), **more}
    return a_row(assessment, ProposedProject, title=title, **told)


def citing(assessment, *recommendations: Recommendation):
    """The assessment weighs these recommendations."""
    officer = its_officer(assessment.state_request)
    cited = {one.pk for one in recommendations}
    return actions.weigh(assessment, by=officer, at=NOON, cite=cited)


def an_approved_proposal(state: State | None = None, *, serving: tuple[Recommendation, ...] = ()):
    """A project that an approved assessment proposes."""
    assessment = citing(a_written_assessment(state), *serving)
    proposal = a_proposal(assessment, recommendations=list(assessment.recommendations.all()))
    officer = its_officer(assessment.state_request)
    actions.draft(assessment, by=officer, at=NOON)
    actions.validate(assessment, by=officer, at=NOON, on=date(2026, 2, 20), validated_with=TOGETHER)
    actions.approve(assessment, by=a_reviewer(), at=NOON)
    proposal.assessment.refresh_from_db()
    return proposal


@transaction.atomic
def a_recommendation(
    state: State, text: str = "Let independent persons inspect the prisons.", **more: Any
) -> Recommendation:
    """What a mechanism said, as its importer would write it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('techcoop.importing', 'accountability', true)")
    source, _ = Source.objects.get_or_create(title="Test of the index", retrieved_on=date(2026, 1, 1))
    mechanism, _ = Mechanism.objects.get_or_create(code="upr-test", defaults={"kind": "upr"})
    facts = {"mechanism": mechanism, "kind": "recommendation", "texts": {"en": text}, "year": 2024, **more}
    made, _ = Recommendation.objects.get_or_create(
        source_key=sha256(f"{state.iso3} {text}".encode()).hexdigest(),
        state=state,
        defaults={"source": source, **facts},
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('techcoop.importing', '', true)")
    return made
