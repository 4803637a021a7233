"""A Government writes about its request on line, in words or with a paper; both lie in the file at once."""

from datetime import datetime
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.documents.actions import Paper, keep
from techcoop.documents.models import Document
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may_speak_for


@transaction.atomic
def write(
    state_request: StateRequest, *, text: str, paper: Paper | None, submission: UUID, by: User, at: datetime
) -> StateRequest:
    """Write to the programme, or answer it; the same submission is one message."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_speak_for(by, state_request))
    if not text.strip() and paper is None:
        raise ValidationError({"text": _("Write something, or add a paper.")})
    thing = {"thing_kind": state_request._meta.label_lower, "thing_id": state_request.pk}
    first, second = submission, uuid5(submission, "paper")
    if any(made_before(Document, one, added_by_id=by.pk, **thing) for one in (first, second)):
        return state_request
    papers = []
    if text.strip():
        title = _("Message from the Government")
        papers.append(Paper(title, "message.txt", text.strip().encode(), submission=first))
    if paper:
        papers.append(Paper(paper.title, paper.file_name, paper.content, submission=second))
    kept = [keep(one, of=state_request, by=by, at=at) for one in papers]
    details = {"documents": [one.pk for one in kept], "title": kept[0].title}
    record("write", state_request, by=by, at=at, details=details)
    return state_request
