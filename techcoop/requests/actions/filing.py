"""What goes into the file of a request: who keeps it, papers, the recommendations that it answers."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.accountability.models import Recommendation
from techcoop.documents import actions as documents
from techcoop.documents.actions import Paper
from techcoop.documents.models import Document
from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.matching.actions import forget, remember
from techcoop.matching.models import Verdict
from techcoop.matching.queries import judged_for
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests.actions.telling import tell
from techcoop.requests.models import StateRequest
from techcoop.requests.notices import Told
from techcoop.requests.policies import may_be_assigned, may_link, may_register, may_screen
from techcoop.requests.queries import proposed_for
from techcoop.requests.statuses import OPEN


@transaction.atomic
def assign(state_request: StateRequest, *, officer: User, by: User, at: datetime) -> StateRequest:
    """Give the request to a desk officer, who is told."""
    given = give([state_request], officer=officer, by=by, at=at)
    return given[0]


@transaction.atomic
def give(
    state_requests: Iterable[StateRequest], *, officer: User, by: User, at: datetime
) -> list[StateRequest]:
    """Give requests to a desk officer, recorded for each; one mail tells of all that are new on the desk."""
    rows = [StateRequest.objects.select_for_update().get(pk=one.pk) for one in state_requests]
    new = [one for one in rows if one.desk_officer_id != officer.pk]
    for one in rows:
        require(may_register(by, one))
        only_while("assign", one.status, OPEN)
        if not may_be_assigned(officer, one):
            raise PermissionDenied(_("This person does not screen requests of this State."))
    for one in new:
        one.desk_officer = officer
        one.save(update_fields=["desk_officer"])
        record("assign", one, by=by, at=at, details={"officer": officer.pk, "name": str(officer)})
    if new and officer.pk != by.pk:
        tell([officer], Told.ASSIGNED, about=new, at=at)
    return rows


@transaction.atomic
def attach(state_request: StateRequest, paper: Paper, *, by: User, at: datetime) -> Document:
    """Add a paper to the file."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_register(by, state_request) or may_screen(by, state_request))
    return documents.attach(paper, to=state_request, by=by, at=at)


@transaction.atomic
def link_recommendation(
    state_request: StateRequest, recommendation: Recommendation, *, by: User, at: datetime
) -> StateRequest:
    """Say that the request answers this recommendation; the recommendation itself stays as it is."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_link(by, state_request, recommendation))
    only_while("link_recommendation", state_request.status, OPEN)
    if not state_request.recommendations.filter(pk=recommendation.pk).exists():
        _remember(state_request, recommendation, Verdict.CONFIRMED, by=by, at=at)
        state_request.recommendations.add(recommendation)
        details = {"recommendation": recommendation.pk, "name": str(recommendation)}
        record("link_recommendation", state_request, by=by, at=at, details=details)
    return state_request


@transaction.atomic
def unlink_recommendation(
    state_request: StateRequest, recommendation: Recommendation, *, by: User, at: datetime
) -> StateRequest:
    """Take back that the request answers this recommendation; it may be proposed again."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_link(by, state_request, recommendation))
    only_while("unlink_recommendation", state_request.status, OPEN)
    if state_request.recommendations.filter(pk=recommendation.pk).exists():
        state_request.recommendations.remove(recommendation)
        forget(state_request, recommendation)
        details = {"recommendation": recommendation.pk, "name": str(recommendation)}
        record("unlink_recommendation", state_request, by=by, at=at, details=details)
    return state_request


@transaction.atomic
def refuse_recommendation(
    state_request: StateRequest, recommendation: Recommendation, *, by: User, at: datetime
) -> StateRequest:
    """Say that the request does not answer what was proposed, so that it is not proposed again."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_link(by, state_request, recommendation))
    only_while("refuse_recommendation", state_request.status, OPEN)
    if not state_request.recommendations.filter(pk=recommendation.pk).exists():
        _remember(state_request, recommendation, Verdict.REFUSED, by=by, at=at)
        details = {"recommendation": recommendation.pk, "name": str(recommendation)}
        record("refuse_recommendation", state_request, by=by, at=at, details=details)
    return state_request


@transaction.atomic
def reconsider_recommendation(
    state_request: StateRequest, recommendation: Recommendation, *, by: User, at: datetime
) -> StateRequest:
    """Let what was refused be proposed again."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_link(by, state_request, recommendation))
    only_while("reconsider_recommendation", state_request.status, OPEN)
    if judged_for(state_request, Verdict.REFUSED).filter(recommendation=recommendation).exists():
        forget(state_request, recommendation)
        details = {"recommendation": recommendation.pk, "name": str(recommendation)}
        record("reconsider_recommendation", state_request, by=by, at=at, details=details)
    return state_request


def _remember(
    state_request: StateRequest, recommendation: Recommendation, verdict: Verdict, *, by: User, at: datetime
) -> None:
    """Keep the verdict with what the system had said to it, where it had proposed this."""
    proposed = {one.recommendation.pk: one for one in proposed_for(state_request)}
    remember(
        state_request,
        recommendation,
        verdict=verdict,
        by=by,
        at=at,
        proposal=proposed.get(recommendation.pk),
    )
