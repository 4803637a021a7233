"""A message becomes a draft: its words and papers are kept, and its requester is proposed by its sender."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.atlas.models import State
from techcoop.documents.actions import Paper, keep
from techcoop.documents.kinds import belies, kind_of
from techcoop.documents.models import Classification
from techcoop.journal.actions import record
from techcoop.mailbox.reading import Attachment, Message
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests.models import LeftOut, Origin, RequestDraft
from techcoop.requests.policies import may_draft_for
from techcoop.requests.queries import draft_under, requester_of_sender

LARGEST_ATTACHMENT = 25 * 2**20
# Leaves room for what is said of a paper that is not what its name says.
LONGEST_TITLE = 200


@transaction.atomic
def take_in(message: Message, *, by: User, at: datetime) -> tuple[RequestDraft, bool]:
    """Make a draft of a message, once; the desk completes and registers it, and reads what was left out."""
    require(may_draft_for(by, Origin.MAILBOX, None))
    sorted_out = [(one, _why_left_out(one)) for one in message.attachments]
    left_out = [[name, str(LeftOut.SIGNATURE)] for name in message.signatures]
    left_out += [[one.name or _("Paper"), why] for one, why in sorted_out if why]
    kept = [one for one, why in sorted_out if not why]
    first = {**_what_it_says(message, by, at), "left_out": left_out}
    draft, is_new = RequestDraft.objects.get_or_create(message=message.key, defaults=first)
    if is_new:
        details = {"papers": len(kept), "left out": [name for name, _why in left_out]}
        record("take in", draft, by=by, at=at, details=details)
        for paper in (_as_paper(message), *map(_paper, kept)):
            keep(paper, of=draft, by=by, at=at)
    return draft, is_new


def _what_it_says(message: Message, by: User, at: datetime) -> dict[str, Any]:
    """The fields of the draft; a message under a name that is known already is marked, not dropped.

    Anybody can write any sender: the requester is proposed, and whoever registers says who asks.
    """
    requester = requester_of_sender(message.sender)
    is_state = isinstance(requester, State)
    kind = "state" if is_state else "organization"
    typed = {"subject": message.subject, "summary": message.text, "received_on": at.date().isoformat()}
    return {
        "key": uuid4(),
        "origin": Origin.MAILBOX,
        "state": requester if is_state else None,
        "organization": None if is_state else requester,
        "typed": typed | ({"requester": f"{kind}-{requester.pk}"} if requester else {}),
        "author": by,
        "created_at": at,
        "saved_at": at,
        "saved_by": by,
        "sender": message.sender,
        "identity": message.identity,
        "perhaps_same_as": draft_under(message.identity),
    }


def _why_left_out(attachment: Attachment) -> str:
    """Why a paper cannot be kept; nothing where it can."""
    if len(attachment.content) > LARGEST_ATTACHMENT:
        return str(LeftOut.SIZE)
    try:
        kind_of(attachment.content)
    except ValidationError:
        return str(LeftOut.KIND)
    return ""


def _paper(attachment: Attachment) -> Paper:
    """An attachment; confidential as nobody has looked at it, and marked if it is not what it says."""
    title = attachment.name.rsplit(".", 1)[0][:LONGEST_TITLE] or _("Paper")
    kind = kind_of(attachment.content)
    if ending := belies(attachment.name, kind):
        words = {"title": title, "ending": ending, "kind": kind.name}
        title = _("%(title)s (called %(ending)s, but its content is %(kind)s)") % words
    return Paper(title, attachment.name, attachment.content, Classification.CONFIDENTIAL)


def _as_paper(message: Message) -> Paper:
    """The message itself, as it was read."""
    sent = message.sent_at.isoformat() if message.sent_at else ""
    lines = (message.sender, sent, message.subject, "", message.text)
    content = "\n".join(lines).strip() or message.key
    return Paper(_("The message"), "message.txt", content.encode(), Classification.CONFIDENTIAL)
