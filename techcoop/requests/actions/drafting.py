"""Before a request is one: it is typed and saved, papers come and go, and it may be set aside."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.documents.actions import Paper, hand_over, keep, take_out
from techcoop.documents.models import Document
from techcoop.journal.actions import ChangedMeanwhile, record
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests.models import RequestDraft, StateRequest
from techcoop.requests.policies import may_draft, may_draft_for
from techcoop.requests.practices import said_in_writing


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What somebody has typed so far, as it was typed, and from which open page it comes."""

    origin: str
    requester: State | RegionalOrganization | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    page: UUID | None = None

    def columns(self) -> dict[str, Any]:
        """The same, as the fields of a draft."""
        is_state = isinstance(self.requester, State)
        return {
            "typed": self.fields,
            "saved_from": self.page,
            "state": self.requester if is_state else None,
            "organization": None if is_state else self.requester,
        }


@transaction.atomic
def save_draft(key: UUID, typed: Typed, *, by: User, at: datetime, seen: int) -> RequestDraft:
    """Keep what somebody types, whatever it lacks; `seen` is the version it goes on from, or 0."""
    require(may_draft_for(by, typed.origin, typed.requester))
    first = {"origin": typed.origin, "author": by, "created_at": at, "saved_at": at, "saved_by": by}
    draft, is_new = RequestDraft.objects.select_for_update().get_or_create(
        key=key, defaults={**first, **typed.columns()}
    )
    if is_new:
        record("begin a draft", draft, by=by, at=at)
        return draft
    require(may_draft(by, draft))
    _require_open(draft, "save")
    columns = typed.columns()
    if columns["typed"] == draft.typed and draft.saved_by_id == by.pk:
        return draft
    require_seen(draft, seen)
    if draft.saved_by_id != by.pk:
        record("go on with a draft", draft, by=by, at=at)
    for name, value in columns.items():
        setattr(draft, name, value)
    draft.saved_by, draft.saved_at, draft.version = by, at, draft.version + 1
    draft.save(update_fields=[*columns, "saved_by", "saved_at", "version"])
    return draft


@transaction.atomic
def attach_to_draft(draft: RequestDraft, paper: Paper, *, by: User, at: datetime) -> Document:
    """Put a paper with a draft; the same bytes are put there once."""
    draft = _locked(draft, "attach", by)
    document = keep(paper, of=draft, by=by, at=at)
    twins = Document.objects.of(draft).filter(digest=document.digest).exclude(pk=document.pk)
    for twin in twins:
        take_out(twin, by=by, at=at)
    record("attach", draft, by=by, at=at, details={"document": document.pk, "name": str(document)})
    return document


@transaction.atomic
def remove_from_draft(draft: RequestDraft, document: Document, *, by: User, at: datetime) -> RequestDraft:
    """Take a paper back that does not belong to the request."""
    draft = _locked(draft, "remove", by)
    found = Document.objects.of(draft).filter(pk=document.pk).first()
    if found:
        record("remove", draft, by=by, at=at, details={"document": found.pk, "name": str(found)})
        take_out(found, by=by, at=at)
    return draft


@transaction.atomic
def set_aside(draft: RequestDraft, *, by: User, at: datetime, why: str) -> RequestDraft:
    """Make no request of it, and say why."""
    draft = _locked(draft, "set aside", by)
    said_in_writing({"why": why})
    draft.closed_at, draft.closed_by = at, by
    draft.save(update_fields=["closed_at", "closed_by"])
    record("set aside", draft, by=by, at=at, why=why.strip())
    return draft


@transaction.atomic
def close_draft(key: UUID, *, into: StateRequest, by: User, at: datetime, seen: int) -> RequestDraft | None:
    """End the draft of which a request was made, and pass its papers on; nothing, where there was none."""
    draft = RequestDraft.objects.select_for_update(of=("self",)).filter(key=key).first()
    if draft is None:
        return None
    require(may_draft(by, draft))
    _require_open(draft, "close")
    require_seen(draft, seen)
    hand_over(of=draft, to=into, by=by, at=at)
    draft.closed_at, draft.closed_by, draft.state_request = at, by, into
    draft.save(update_fields=["closed_at", "closed_by", "state_request"])
    record("make a request", draft, by=by, at=at, details={"request": into.reference})
    return draft


def require_seen(draft: RequestDraft, version: int) -> None:
    """Whoever goes on from a version goes on from the last one, and writes over nobody's words."""
    if draft.version != version:
        sentence = _("%(who)s has changed the draft since you looked at it. Look at it once more.")
        raise ChangedMeanwhile(sentence % {"who": draft.saved_by})


def _locked(draft: RequestDraft, act: str, by: User) -> RequestDraft:
    draft = RequestDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    require(may_draft(by, draft))
    _require_open(draft, act)
    return draft


def _require_open(draft: RequestDraft, act: str) -> None:
    if draft.closed_at:
        raise MoveNotAllowed(act, "closed")
