"""Whose turn it is: who has the request, what happens next, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import RequestStatus

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


def turn_of(state_request: StateRequest, *, target_days: Mapping[str, int], now: datetime) -> Turn:
    """Who has the request now and by when it should move on; nobody, once it is over."""
    status = RequestStatus(state_request.status)
    since = state_request.status_since
    target = target_days.get(status)
    by = since.date() + timedelta(days=target) if target is not None else None
    return Turn(
        stands=IN_ERROR if state_request.entered_in_error else STANDS[status],
        since=since,
        days=(now.date() - since.date()).days,
        next=NEXT.get(status, ""),
        who=_who(state_request) if status in NEXT else "",
        by=by,
        days_late=max(0, (now.date() - by).days) if by else 0,
    )


def _who(state_request: StateRequest) -> str | Promise:
    return (
        str(state_request.desk_officer)
        if state_request.desk_officer
        else _("The coordination of the programme")
    )
