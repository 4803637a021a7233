"""Requests of States, brought to each status by the programme's own acts."""

from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db import connection, transaction

from techcoop.accountability.imports.writing import SAY_WHO_WRITES
from techcoop.accountability.models import Mechanism, Recommendation
from techcoop.atlas.models import RegionalOrganization, State
from techcoop.documents.actions import Paper
from techcoop.documents.models import Source
from techcoop.people.models import User
from techcoop.requests import actions
from techcoop.requests.actions import Facts, Judgement
from techcoop.requests.models import Question, RequestDraft, StateRequest
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_focal_point

ALL_HOLD = {question: Judgement("holds") for question in Question.values}
A_SCAN = b"%PDF-1.7 a note verbale"


def some_facts(state: State | RegionalOrganization | None = None, **different) -> Facts:
    facts = {
        "requester": state or a_state(),
        "subject": "Strengthening the national human rights institution",
        "channel": "note_verbale",
        "received_on": date(2026, 2, 20),
        "dated_on": date(2026, 2, 12),
        "document_reference": "NV/2026/17",
        "signatory_name": "Ines Ferreira",
        "signatory_title": "Permanent Representative",
        "signatory_authority": "Ministry of Foreign Affairs",
        "signatory_kind": "regional" if isinstance(state, RegionalOrganization) else "foreign_affairs",
        "summary": "Advice on the founding law and training of the first commissioners.",
        "components": ("C2",),
        "forms": ("F1", "F2"),
        "institution": "National Commission for Human Rights",
    }
    return Facts(**{**facts, **different})


def a_received_request(
    state: State | RegionalOrganization | None = None,
    *,
    by: User | None = None,
    at: datetime = NOON,
    with_scan: bool = False,
    **different,
) -> StateRequest:
    scan = Paper("Note verbale", "note.pdf", A_SCAN) if with_scan else None
    facts = some_facts(state, **different)
    return actions.receive(facts, by=by or a_coordinator(), at=at, submission=uuid4(), scan=scan)


def a_registered_request(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    return actions.register(a_received_request(state, at=at, **different), by=a_coordinator(), at=at)


def an_acknowledged_request(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    return actions.acknowledge(a_registered_request(state, at=at, **different), by=a_coordinator(), at=at)


def a_request_not_judged(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    """Under assessment, its screening sheet still empty."""
    acknowledged = an_acknowledged_request(state, at=at, **different)
    return actions.screen(acknowledged, by=a_coordinator(), at=at, why="Within the mandate.")


def a_request_under_assessment(
    state: State | None = None, *, at: datetime = NOON, **different
) -> StateRequest:
    weighed = a_request_not_judged(state, at=at, **different)
    return actions.judge(weighed, ALL_HOLD, by=a_coordinator(), at=at)


def an_accepted_request(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    weighed = a_request_under_assessment(state, at=at, **different)
    return actions.accept(weighed, by=a_coordinator(), at=at, why="It answers supported recommendations.")


def a_request_accepted_in_part(
    state: State | None = None, *, at: datetime = NOON, **different
) -> StateRequest:
    weighed = a_request_under_assessment(state, at=at, **different)
    return actions.accept_in_part(
        weighed, by=a_coordinator(), at=at, part="The training.", why="The law is advised on by others."
    )


def a_declined_request(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    weighed = a_request_under_assessment(state, at=at, **different)
    why = "It lies outside the five components."
    return actions.decline(weighed, by=a_coordinator(), at=at, why=why, ground="components")


def a_redirected_request(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    registered = a_registered_request(state, at=at, **different)
    why, to = "It asks for electoral assistance.", "The Electoral Assistance Division"
    return actions.redirect(registered, by=a_coordinator(), at=at, to=to, why=why, ground="components")


def a_withdrawn_request(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    registered = a_registered_request(state, at=at, **different)
    return actions.withdraw(registered, by=a_coordinator(), at=at, why="A new request will follow.")


def a_request_in_formulation(state: State | None = None, *, at: datetime = NOON, **different) -> StateRequest:
    return actions.formulate(an_accepted_request(state, at=at, **different), by=a_coordinator(), at=at)


BY_STATUS = {
    "received": a_received_request,
    "registered": a_registered_request,
    "acknowledged": an_acknowledged_request,
    "under_assessment": a_request_under_assessment,
    "accepted": an_accepted_request,
    "accepted_in_part": a_request_accepted_in_part,
    "declined": a_declined_request,
    "redirected": a_redirected_request,
    "withdrawn": a_withdrawn_request,
    "formulation": a_request_in_formulation,
}


def a_recommendation_to(state: State, text: str = "Establish a national institution.") -> Recommendation:
    """A recommendation of the universal periodic review, as an import would write it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SAY_WHO_WRITES)
        made = Recommendation.objects.create(
            source_key=uuid4().hex,
            state=state,
            mechanism=Mechanism.objects.filter(kind="upr").first(),
            kind="recommendation",
            texts={"en": text},
            symbol="A/HRC/40/5",
            paragraph="122.1",
            year=2019,
            source=Source.objects.create(title="A list", retrieved_on=NOON.date()),
        )
        cursor.execute("SET LOCAL techcoop.importing = ''")
    return made


def a_draft(state: State | None = None, *, by: User | None = None, key=None, **typed) -> RequestDraft:
    """What a focal point has typed on line so far."""
    state = state or a_state()
    said = {"requester": f"state-{state.pk}", "subject": "Formation des juges", "language": "fr"}
    said = {**said, "urgency": "ordinary", **typed}
    words = actions.Typed(origin="on_line", requester=state, fields=said, page=uuid4())
    return actions.save_draft(key or uuid4(), words, by=by or a_focal_point(state), at=NOON, seen=0)


def endorsable_facts(state: State | RegionalOrganization | None = None, **different) -> Facts:
    today = NOON.date()
    return some_facts(state, **{"channel": "on_line", "received_on": today, "dated_on": today, **different})


def an_endorsed_request(state: State | None = None, **different) -> StateRequest:
    """A request that a focal point has endorsed on line."""
    draft = a_draft(state)
    facts = endorsable_facts(draft.state, **different)
    return actions.endorse(draft, facts, by=draft.author, at=NOON, seen=draft.version)


def days_later(days: int) -> datetime:
    return NOON + timedelta(days=days)
