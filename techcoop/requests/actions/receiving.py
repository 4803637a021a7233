"""A request arrives: it is entered, completed, registered, and its receipt is acknowledged."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from techcoop.accountability.actions import freeze
from techcoop.accountability.models import SnapshotOccasion
from techcoop.atlas.models import RegionalOrganization, State
from techcoop.documents.actions import Paper, keep
from techcoop.journal.actions import next_number, record, require_unchanged
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.policies import require
from techcoop.requests import notices
from techcoop.requests.actions.drafting import close_draft
from techcoop.requests.actions.letters import send
from techcoop.requests.models import StateRequest, Urgency, Way
from techcoop.requests.notices import Wording
from techcoop.requests.policies import may_acknowledge, may_register, may_register_for
from techcoop.requests.practices import (
    missing_for_registration,
    refuse_what_is_fixed,
    refuse_who_does_not_ask,
)
from techcoop.requests.queries import has_paper, way_of
from techcoop.requests.statuses import UNDECIDED, RequestStatus


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a note verbale or letter says, as it is entered."""

    requester: State | RegionalOrganization
    subject: str
    channel: str
    received_on: date
    dated_on: date | None = None
    document_reference: str = ""
    language: str = "en"
    signatory_name: str = ""
    signatory_title: str = ""
    signatory_authority: str = ""
    signatory_kind: str = ""
    summary: str = ""
    components: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    institution: str = ""
    parallel_requests: str = ""
    urgency: str = Urgency.ORDINARY
    desk_note: str = ""

    def columns(self) -> dict[str, Any]:
        """The same, as the fields of a request."""
        values = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "requester"}
        is_state = isinstance(self.requester, State)
        return {
            **values,
            "components": sorted(self.components),
            "forms": sorted(self.forms),
            "state": self.requester if is_state else None,
            "organization": None if is_state else self.requester,
        }


@transaction.atomic
def receive(
    facts: Facts, *, by: User, at: datetime, submission: UUID, scan: Paper | None = None, seen: int = 0
) -> StateRequest:
    """Enter what has arrived, complete or not, once; `seen` is the version of its draft, 0 without one."""
    require(may_register_for(by, facts.requester))
    way = way_of(submission)
    state_request, is_new = enter(facts, by=by, at=at, submission=submission, way=way)
    if is_new:
        close_draft(submission, into=state_request, by=by, at=at, seen=seen)
        if scan:
            keep(scan, of=state_request, by=by, at=at)
    return state_request


@transaction.atomic
def enter(facts: Facts, *, by: User, at: datetime, submission: UUID, way: Way) -> tuple[StateRequest, bool]:
    """Give a request its reference and its first entry; whoever calls has asked whether the person may."""
    refuse_who_does_not_ask(facts.requester)
    year = at.year
    first: dict[str, Any] = {
        **facts.columns(),
        "reference": lambda: f"TC-{year}-{next_number(f'requests {year}'):04d}",
        "way": way,
        "desk_officer": _who_takes_it(facts, by),
        "status_since": at,
        "created_by": by,
        "created_at": at,
        "endorsed_by": by if way == Way.ON_LINE else None,
        "endorsed_at": at if way == Way.ON_LINE else None,
    }
    state_request, is_new = StateRequest.objects.get_or_create(submission=submission, defaults=first)
    require(state_request.created_by_id == by.pk)
    if is_new:
        record("receive", state_request, by=by, at=at)
    return state_request, is_new


def _who_takes_it(facts: Facts, by: User) -> User | None:
    """The officer of the State's own desk takes what it enters; others leave it to be given to somebody."""
    if isinstance(facts.requester, State) and facts.requester.pk in by.states_for(Permission.SCREEN_REQUESTS):
        return by
    return None


@transaction.atomic
def revise(
    state_request: StateRequest, facts: Facts, *, by: User, at: datetime, seen: int, scan: Paper | None = None
) -> StateRequest:
    """Correct or complete what was entered, as long as nothing is decided; `seen` is the last edit known."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_register(by, state_request) and may_register_for(by, facts.requester))
    only_while("revise", state_request.status, UNDECIDED)
    require_unchanged(state_request, since=seen)
    refuse_who_does_not_ask(facts.requester)
    columns = facts.columns()
    changed = sorted(name for name, value in columns.items() if getattr(state_request, name) != value)
    refuse_what_is_fixed(state_request, changed)
    for name in changed:
        setattr(state_request, name, columns[name])
    if state_request.status != RequestStatus.RECEIVED:
        _require_complete(state_request, changed)
    if changed:
        state_request.save(update_fields=changed)
        record("revise", state_request, by=by, at=at, details={"fields": changed})
    if scan:
        keep(scan, of=state_request, by=by, at=at)
    return state_request


def _require_complete(state_request: StateRequest, fields: Collection[str] | None = None) -> None:
    """What was registered is complete, and of its fields none is changed so that it is no more."""
    lacking = missing_for_registration(state_request, has_paper=has_paper(state_request))
    refused = {one.field: one.sentence for one in lacking if fields is None or one.field in fields}
    if refused:
        raise ValidationError(refused)


@transaction.atomic
def register(state_request: StateRequest, *, by: User, at: datetime) -> StateRequest:
    """Take it into the registry; from here on its clock is the programme's."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_register(by, state_request))
    state_request.move("register")
    _require_complete(state_request)
    state_request.status_since = at
    state_request.save(update_fields=["status", "status_since"])
    frozen = freeze(
        state_request, state_ids=state_request.state_ids, occasion=SnapshotOccasion.REGISTRATION, at=at
    )
    record("register", state_request, by=by, at=at, details={"snapshots": frozen})
    return state_request


@transaction.atomic
def acknowledge(
    state_request: StateRequest, *, by: User, at: datetime, wording: Wording | None = None
) -> StateRequest:
    """Answer that the request has arrived; the letter is kept as it is sent."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_acknowledge(by, state_request))
    state_request.move("acknowledge")
    state_request.status_since, state_request.acknowledged_on = at, at.date()
    state_request.save(update_fields=["status", "status_since", "acknowledged_on"])
    wording = wording or notices.drafted(state_request, "acknowledge", at=at)
    details = {"letter": send(state_request, wording, said={}, by=by, at=at)}
    record("acknowledge", state_request, by=by, at=at, details=details)
    return state_request
