"""Drafts of requests: one by its key, those that somebody may go on with, and what made requests of them."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.models import Origin, RequestDraft, Way
from techcoop.web.editing import Edited

MOST_DRAFTS = 20


def draft_of(key: UUID) -> RequestDraft | None:
    """The draft of this key, if anybody has saved it yet; the caller asks who may see it."""
    rows = RequestDraft.objects.select_related("state", "organization", "author", "saved_by", "state_request")
    return rows.filter(key=key).first()


def way_of(key: UUID) -> Way:
    """By what way a request comes that the desk enters: by mail, where a message began its draft."""
    by_mail = RequestDraft.objects.filter(key=key, origin=Origin.MAILBOX).exists()
    return Way.MAIL if by_mail else Way.PAPER


def drafts_for(user: User) -> QuerySet[RequestDraft]:
    """The open drafts that a person may go on with, the last saved first."""
    rows = RequestDraft.objects.open().visible_to(user)
    return rows.select_related("state", "organization", "saved_by").order_by("-saved_at", "-pk")


def draft_under(identity: str) -> RequestDraft | None:
    """The first draft that a message under this name began."""
    same = Q(identity=identity) | Q(message=identity)  # until lately a message was known by its name alone
    return RequestDraft.objects.filter(same).order_by("pk").first() if identity else None


def requester_of_sender(address: str) -> State | RegionalOrganization | None:
    """Whom this address proposes as requester: the one State or organisation of its focal point.

    The address proves nothing, as anybody can write it; where it stands for several, none is proposed.
    """
    person = User.objects.filter(email__iexact=address, is_active=True).first()
    if person is None:
        return None
    states = person.states_for(Permission.ASK_FOR_ASSISTANCE)
    organizations = person.organizations_for(Permission.ASK_FOR_ASSISTANCE)
    if len(states) + len(organizations) != 1:
        return None
    found: State | RegionalOrganization | None = State.objects.filter(pk__in=states).first()
    return found or RegionalOrganization.objects.filter(pk__in=organizations).first()


def saved_last(draft: RequestDraft | None) -> Edited:
    """Who saved a draft last, and which version that made."""
    return Edited(draft.version, str(draft.saved_by), draft.saved_at) if draft else Edited()


def typed_in(draft: RequestDraft | None) -> dict[str, Any]:
    """What is typed so far; nothing where nothing was saved yet."""
    return draft.typed if draft else {}
