"""Whose turn it is: who has the request, what happens next, and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import StateRequest
from techcoop.requests.queries.what_came import CameOfIt
from techcoop.requests.statuses import RequestStatus
from techcoop.web.writing import listed

S = RequestStatus
NEXT = {
    S.RECEIVED: _("The secretariat completes the entry and registers the request."),
    S.REGISTERED: _("The secretariat acknowledges receipt in a letter."),
    S.ACKNOWLEDGED: _("The desk officer screens the request."),
    S.UNDER_ASSESSMENT: _("The request is weighed and a decision is taken."),
    S.ACCEPTED: _("The needs are assessed and the assistance is formulated with the requester."),
    S.ACCEPTED_IN_PART: _("The needs are assessed and the assistance is formulated with the requester."),
    S.FORMULATION: _("A project document is drafted together with the requester."),
}
STANDS = {
    S.RECEIVED: _("The request has arrived and is being entered."),
    S.REGISTERED: _("The request has arrived and is registered."),
    S.ACKNOWLEDGED: _("The request is registered and its receipt was acknowledged."),
    S.UNDER_ASSESSMENT: _("The request is under assessment."),
    S.ACCEPTED: _("The request was accepted."),
    S.ACCEPTED_IN_PART: _("The request was accepted in part."),
    S.DECLINED: _("The request was declined."),
    S.REDIRECTED: _("The request was passed on to those who can answer it better."),
    S.WITHDRAWN: _("The request was withdrawn by the requester."),
    S.FORMULATION: _("The assistance is being formulated."),
}

UNDER_WAY = _("The assistance is under way: %(projects)s.")
GIVEN = _("The assistance has ended: %(projects)s.")
IN_ERROR = _("The request was entered in error and taken out of the registry.")


@dataclass(frozen=True)
class Turn:
    """Where a request stands, in plain words."""

    stands: str | Promise
    since: datetime
    days: int
    next: str | Promise
    who: str | Promise
    by: date | None
    days_late: int


def turn_of(
    state_request: StateRequest,
    *,
    target_days: Mapping[str, int],
    now: datetime,
    came: Sequence[CameOfIt] = (),
) -> Turn:
    """Who has the request and by when it should move on; nobody, once it is over or projects came of it."""
    status = RequestStatus(state_request.status)
    since, over = state_request.status_since, status not in NEXT or bool(came)
    target = None if over else target_days.get(status)
    by = since.date() + timedelta(days=target) if target is not None else None
    return Turn(
        stands=_stands(state_request, came),
        since=since,
        days=(now.date() - since.date()).days,
        next="" if over else NEXT[status],
        who="" if over else _who(state_request),
        by=by,
        days_late=max(0, (now.date() - by).days) if by else 0,
    )


def _stands(state_request: StateRequest, came: Sequence[CameOfIt]) -> str | Promise:
    if state_request.entered_in_error:
        return IN_ERROR
    if not came:
        return STANDS[RequestStatus(state_request.status)]
    running = [one.code for one in came if one.is_under_way]
    sentence = UNDER_WAY if running else GIVEN
    return sentence % {"projects": listed(running or [one.code for one in came])}


def _who(state_request: StateRequest) -> str | Promise:
    return (
        str(state_request.desk_officer)
        if state_request.desk_officer
        else _("The coordination of the programme")
    )
