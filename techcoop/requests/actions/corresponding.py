"""A Government writes about its request on line; the programme answers, or files it with a reason."""

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
from techcoop.requests.actions.telling import tell_the_government
from techcoop.requests.models import StateRequest
from techcoop.requests.notices import Told
from techcoop.requests.policies import may_answer, may_speak_for
from techcoop.requests.practices import refuse_release


@transaction.atomic
def write(
    state_request: StateRequest, *, text: str, paper: Paper | None, submission: UUID, by: User, at: datetime
) -> StateRequest:
    """Write to the programme, or answer it; the same submission is one message."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_speak_for(by, state_request))
    kept = _laid_in(state_request, _("Message from the Government"), text, paper, submission, (by, at))
    if kept:
        details = {"documents": [one.pk for one in kept], "title": kept[0].title}
        record("write", state_request, by=by, at=at, details=details)
    return state_request


@transaction.atomic
def answer(
    state_request: StateRequest, *, text: str, paper: Paper | None, submission: UUID, by: User, at: datetime
) -> StateRequest:
    """Answer what a Government wrote; it reads the answer in the file of its request."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_answer(by, state_request))
    refuse_release(text)
    kept = _laid_in(state_request, _("Answer of the programme"), text, paper, submission, (by, at))
    if kept:
        details = {"documents": [one.pk for one in kept], "title": kept[0].title}
        record("answer", state_request, by=by, at=at, details=details)
        tell_the_government(state_request, Told.ANSWER, at=at)
    return state_request


@transaction.atomic
def file_message(state_request: StateRequest, *, why: str, by: User, at: datetime) -> StateRequest:
    """Say why what a Government wrote needs no answer on line."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_answer(by, state_request))
    if not why.strip():
        raise ValidationError({"why": _("This is said in writing: please enter it.")})
    record("file_message", state_request, by=by, at=at, why=why.strip())
    return state_request


def _laid_in(
    state_request: StateRequest,
    title: str,
    text: str,
    paper: Paper | None,
    submission: UUID,
    when: tuple[User, datetime],
) -> list[Document]:
    """The words and the paper, as they lie in the file; nothing where the same submission laid them there."""
    by, at = when
    if not text.strip() and paper is None:
        raise ValidationError({"text": _("Write something, or add a paper.")})
    thing = {"thing_kind": state_request._meta.label_lower, "thing_id": state_request.pk}
    first, second = submission, uuid5(submission, "paper")
    if any(made_before(Document, one, added_by_id=by.pk, **thing) for one in (first, second)):
        return []
    papers = []
    if text.strip():
        papers.append(Paper(title, "message.txt", text.strip().encode(), submission=first))
    if paper:
        papers.append(Paper(paper.title, paper.file_name, paper.content, submission=second))
    return [keep(one, of=state_request, by=by, at=at) for one in papers]
