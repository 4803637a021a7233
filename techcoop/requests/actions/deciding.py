"""A request is screened and decided: each decision with its reasons, and a letter that tells them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests import notices
from techcoop.requests.actions.letters import send
from techcoop.requests.models import Ground, StateRequest
from techcoop.requests.notices import Wording
from techcoop.requests.policies import may_decide, may_formulate, may_register, may_screen, may_withdraw
from techcoop.requests.practices import refuse_to_take_up, said_in_writing, words_of_release, written
from techcoop.requests.queries import verdicts_of, why_not_withdrawn

NO_GROUND = _("A request is declined or passed on for one of the listed grounds: please choose one.")

NOT_IN_ERROR = _("The Government has endorsed this on line: only the Government takes it back.")


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


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a decision says: reasons, the part that is accepted, to whom it goes, the coded ground.

    Why a request is accepted although a question does not hold stays inside the programme.
    """

    why: str
    part: str = ""
    to: str = ""
    ground: str = ""
    despite: str = ""

    def words(self, act: str) -> dict[str, str]:
        """What this act must say, by the name of its field."""
        return {name: getattr(self, name) for name in SAYS[act]}

    def coded_ground(self) -> Ground:
        """The ground on which a request is not taken up: one of the list, and never none."""
        if self.ground not in Ground.values:
            raise ValidationError({"ground": NO_GROUND})
        return Ground(self.ground)


TAKING_UP = ("accept", "accept_in_part")
SAYS = {"accept": ("why",), "accept_in_part": ("part", "why"), "decline": ("why",), "redirect": ("to", "why")}


@transaction.atomic
def accept(
    state_request: StateRequest, *, by: User, at: datetime, why: str, despite: str = ""
) -> StateRequest:
    """Take the whole request up; the formulation may begin."""
    return decide(state_request, "accept", by=by, at=at, said=Said(why=why, despite=despite))


@transaction.atomic
def accept_in_part(
    state_request: StateRequest, *, by: User, at: datetime, part: str, why: str, despite: str = ""
) -> StateRequest:
    """Take a part of the request up, and say which."""
    said = Said(part=part, why=why, despite=despite)
    return decide(state_request, "accept_in_part", by=by, at=at, said=said)


@transaction.atomic
def decline(state_request: StateRequest, *, by: User, at: datetime, why: str, ground: str) -> StateRequest:
    """Refuse the request on a ground, with written reasons."""
    return decide(state_request, "decline", by=by, at=at, said=Said(why=why, ground=ground))


@transaction.atomic
def redirect(
    state_request: StateRequest, *, by: User, at: datetime, to: str, why: str, ground: str
) -> StateRequest:
    """Pass the request on to those who can answer it better, on a ground, and say why."""
    return decide(state_request, "redirect", by=by, at=at, said=Said(to=to, why=why, ground=ground))


@transaction.atomic
def decide(
    state_request: StateRequest,
    act: str,
    *,
    by: User,
    at: datetime,
    said: Said,
    wording: Wording | None = None,
) -> StateRequest:
    """What all decisions have in common: who and when, what is said, and the letter as it is sent."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_decide(by, state_request))
    words = said.words(act)
    said_in_writing(words)
    state_request.move(act)
    worded = notices.say_in(state_request, words)
    if act in TAKING_UP:
        refuse_to_take_up(verdicts_of(state_request), despite=said.despite)
        state_request.accepted_despite = said.despite.strip()
    else:
        state_request.ground = said.coded_ground()
    state_request.decided_by, state_request.decided_at, state_request.status_since = by, at, at
    fields = ["status", "status_since", "decided_by", "decided_at", "ground", "accepted_despite", *worded]
    state_request.save(update_fields=fields)
    wording = wording or notices.drafted(state_request, act, at=at)
    details: dict[str, Any] = {"letter": send(state_request, wording, said=words, by=by, at=at)}
    if state_request.accepted_despite:
        details["despite"] = state_request.accepted_despite
    # What could be read as a release from something else goes on, and it is on record who let it.
    if doubtful := words_of_release("\n".join([*words.values(), *wording.paragraphs])):
        details["went on with"] = doubtful
    record(act, state_request, by=by, at=at, why=state_request.decision_reasons, details=details)
    return state_request


@transaction.atomic
def withdraw(
    state_request: StateRequest, *, by: User, at: datetime, why: str, in_error: bool = False
) -> StateRequest:
    """Record that the Government takes its request back, or that the registry entered it in error."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_register(by, state_request) if in_error else may_withdraw(by, state_request))
    if kept := why_not_withdrawn(state_request):
        raise ValidationError(kept)
    state_request.move("withdraw")
    written({"why": why})
    if in_error and state_request.endorsed_at:
        raise ValidationError({"in_error": NOT_IN_ERROR})
    state_request.withdrawal_reasons, state_request.status_since = why.strip(), at
    state_request.entered_in_error = in_error
    state_request.save(update_fields=["status", "status_since", "withdrawal_reasons", "entered_in_error"])
    details = {"in_error": True} if in_error else {}
    record("withdraw", state_request, by=by, at=at, why=why.strip(), details=details)
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
