"""A government asks on line: its focal point endorses the request on behalf of the authority it names."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from techcoop.documents.actions import keep
from techcoop.journal.actions import record
from techcoop.lifecycle import MoveNotAllowed
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests import notices
from techcoop.requests.actions.drafting import close_draft, require_seen
from techcoop.requests.actions.receiving import Facts, enter
from techcoop.requests.actions.telling import tell
from techcoop.requests.models import RequestDraft, StateRequest, Way
from techcoop.requests.notices import Told
from techcoop.requests.policies import may_ask_for, may_draft
from techcoop.requests.practices import missing_for_endorsement
from techcoop.requests.queries import has_paper


@transaction.atomic
def endorse(draft: RequestDraft, facts: Facts, *, by: User, at: datetime, seen: int) -> StateRequest:
    """Make a request of a draft, signed by the endorsement; `seen` is the version that was looked at."""
    draft = RequestDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    require(may_draft(by, draft) and may_ask_for(by, facts.requester))
    if draft.state_request:
        return draft.state_request  # the same click once more
    if draft.closed_at:
        raise MoveNotAllowed("endorse", "closed")
    require_seen(draft, seen)
    lacking = missing_for_endorsement(facts.columns(), has_paper=has_paper(draft))
    if lacking:
        raise ValidationError({one.field: one.sentence for one in lacking})
    state_request, _is_new = enter(facts, by=by, at=at, submission=draft.key, way=Way.ON_LINE)
    close_draft(draft.key, into=state_request, by=by, at=at, seen=seen)
    signed = notices.endorsed(state_request, endorsed_by=by, at=at)
    document = keep(notices.as_paper(signed), of=state_request, by=by, at=at)
    details = {
        "document": document.pk,
        "name": facts.signatory_name,
        "title": facts.signatory_title,
        "authority": facts.signatory_authority,
        "kind": facts.signatory_kind,
    }
    record("endorse", state_request, by=by, at=at, details=details)
    tell([by], Told.RECEIVED, about=[state_request], at=at)
    return state_request
