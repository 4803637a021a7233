"""A request is screened and decided: each decision with its reasons, and a letter that tells them."""

from datetime import datetime

from django.db import transaction

from techcoop.documents.actions import keep
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests import notices
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may_decide, may_formulate, may_screen, may_withdraw
from techcoop.requests.practices import said_in_writing


@transaction.atomic
def screen(state_request: StateRequest, *, by: User, at: datetime, why: str = "") -> StateRequest:
    """Look at whether it is admissible, and begin to weigh it; the notes stay inside the programme."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_screen(by, state_request))
    state_request.move("screen")
    state_request.status_since = at
    fields = ["status", "status_since"]
    if state_request.desk_officer is None:
        state_request.desk_officer = by
        fields.append("desk_officer")
    state_request.save(update_fields=fields)
    record("screen", state_request, by=by, at=at, why=why)
    return state_request


@transaction.atomic
def accept(state_request: StateRequest, *, by: User, at: datetime, why: str) -> StateRequest:
    """Take the whole request up; the formulation may begin."""
    return _decide("accept", state_request, by=by, at=at, said={"why": why})


@transaction.atomic
def accept_in_part(
    state_request: StateRequest, *, by: User, at: datetime, part: str, why: str
) -> StateRequest:
    """Take a part of the request up, and say which."""
    return _decide("accept_in_part", state_request, by=by, at=at, said={"part": part, "why": why})


@transaction.atomic
def decline(state_request: StateRequest, *, by: User, at: datetime, why: str) -> StateRequest:
    """Refuse the request, with written reasons."""
    return _decide("decline", state_request, by=by, at=at, said={"why": why})


@transaction.atomic
def redirect(state_request: StateRequest, *, by: User, at: datetime, to: str, why: str) -> StateRequest:
    """Pass the request on to those who can answer it better, and say why."""
    return _decide("redirect", state_request, by=by, at=at, said={"to": to, "why": why})


def _decide(
    act: str, state_request: StateRequest, *, by: User, at: datetime, said: dict[str, str]
) -> StateRequest:
    """What all decisions have in common: who and when, what is said, and the letter as it is sent."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_decide(by, state_request))
    said_in_writing(said)
    changed = notices.say_in(state_request, act, said)
    state_request.decided_by, state_request.decided_at, state_request.status_since = by, at, at
    state_request.save(update_fields=["decided_by", "decided_at", "status_since", *changed])
    letter = notices.decision(state_request, signed_by=by, at=at)
    document = keep(notices.as_paper(letter), of=state_request, by=by, at=at)
    details = {"letter": document.pk}
    record(act, state_request, by=by, at=at, why=state_request.decision_reasons, details=details)
    return state_request


@transaction.atomic
def withdraw(state_request: StateRequest, *, by: User, at: datetime, why: str) -> StateRequest:
    """Record that the Government takes its request back, in its own words."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_withdraw(by, state_request))
    state_request.move("withdraw")
    said_in_writing({"why": why})
    state_request.withdrawal_reasons, state_request.status_since = why.strip(), at
    state_request.save(update_fields=["status", "status_since", "withdrawal_reasons"])
    record("withdraw", state_request, by=by, at=at, why=why.strip())
    return state_request


@transaction.atomic
def formulate(state_request: StateRequest, *, by: User, at: datetime) -> StateRequest:
    """Begin to formulate the assistance that was agreed to."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_formulate(by, state_request))
    state_request.move("formulate")
    state_request.status_since = at
    state_request.save(update_fields=["status", "status_since"])
    record("formulate", state_request, by=by, at=at)
    return state_request
