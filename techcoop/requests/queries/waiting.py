"""What waits for somebody, computed from statuses; nothing of it is stored."""

from collections.abc import Collection
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.models import WHO_DRAFTS, Origin, RequestDraft, StateRequest, StateRequestQuerySet
from techcoop.requests.queries.clock import past_their_day
from techcoop.requests.queries.drafts import drafts_for
from techcoop.requests.queries.messages import unanswered
from techcoop.requests.queries.stages import targets
from techcoop.requests.statuses import RequestStatus
from techcoop.web.waiting import Waiting

S = RequestStatus
TO_DO = (
    ("requests_to_register", _("Requests to register"), Permission.REGISTER_REQUESTS, (S.RECEIVED,)),
    (
        "requests_to_acknowledge",
        _("Requests whose receipt is to be acknowledged"),
        Permission.REGISTER_REQUESTS,
        (S.REGISTERED,),
    ),
    ("requests_to_screen", _("Requests to screen"), Permission.SCREEN_REQUESTS, (S.ACKNOWLEDGED,)),
    ("requests_to_decide", _("Requests to decide"), Permission.DECIDE_REQUESTS, (S.UNDER_ASSESSMENT,)),
    (
        "requests_to_formulate",
        _("Accepted requests whose formulation has not begun"),
        Permission.ASSESS_NEEDS,
        (S.ACCEPTED, S.ACCEPTED_IN_PART),
    ),
)


def waiting_for(user: User, today: date) -> list[Waiting]:
    """The own requests, and those in the own scope that nobody has, by what is to be done with them."""
    piles = [
        Waiting(key, label, _in_scope(user, permission, statuses), words=in_words, reading=with_requesters)
        for key, label, permission, statuses in TO_DO
        if user.can(permission)
    ]
    return [*_drafts(user), *_written_to(user), *piles, *_late(user, today)]


def _written_to(user: User) -> list[Waiting]:
    """Requests, over or not, whose Government has written and got no answer; nothing else answers for it."""
    if not user.can(Permission.SCREEN_REQUESTS):
        return []
    entries = unanswered()
    first = entries.filter(thing_id=OuterRef("pk")).order_by("number").values("at")[:1]
    rows = _in_scope(user, Permission.SCREEN_REQUESTS, tuple(S)).filter(pk__in=entries.values("thing_id"))
    label = _("Requests whose Government has written")
    things = rows.annotate(written_at=Subquery(first))
    return [Waiting("requests_to_answer", label, things, "written_at", in_words, with_requesters)]


def _late(user: User, today: date) -> list[Waiting]:
    """What is past its day, whoever has it: for those who answer for all of it."""
    if not user.can_everywhere(Permission.DECIDE_REQUESTS):
        return []
    late = past_their_day(StateRequest.objects.all(), targets(today), on=today)
    label = _("Requests past their day, with their officers")
    return [Waiting("requests_late", label, late, words=late_in_words, reading=with_officers)]


def _drafts(user: User) -> list[Waiting]:
    """What was begun, or came by mail, and is no request yet."""
    piles = (
        ("drafts_to_endorse", _("Requests to finish and endorse"), (Origin.ON_LINE,)),
        ("drafts_to_register", _("Drafts to complete and register"), (Origin.DESK, Origin.MAILBOX)),
    )
    return [
        Waiting(
            key,
            label,
            drafts_for(user).filter(origin__in=origins),
            since="created_at",
            words=draft_in_words,
            reading=drafts_with_requesters,
        )
        for key, label, origins in piles
        if user.can(WHO_DRAFTS[origins[0]])
    ]


def draft_in_words(draft: RequestDraft) -> str:
    """One draft on a desk: for whom, about what, as far as it is typed."""
    told = ": ".join(str(one) for one in (draft.requester, draft) if one)
    if not draft.perhaps_same_as_id:
        return told
    return _("%(draft)s (perhaps the same as another message)") % {"draft": told}


def with_requesters(keys: Collection[int]) -> StateRequestQuerySet:
    """Requests with whoever asks, as their words need them."""
    rows = StateRequest.objects.filter(pk__in=keys)
    return rows.select_related("state", "organization").defer("search")


def with_officers(keys: Collection[int]) -> StateRequestQuerySet:
    """The same with those who have them."""
    return with_requesters(keys).select_related("state", "organization", "desk_officer")


def drafts_with_requesters(keys: Collection[int]) -> QuerySet[RequestDraft]:
    """Drafts with whoever asks, as their words need them."""
    return RequestDraft.objects.filter(pk__in=keys).select_related("state", "organization")


def in_words(state_request: StateRequest) -> str:
    """One request on a desk: its reference, who asks, for what."""
    return f"{state_request.reference} · {state_request.requester}: {state_request.subject}"


def late_in_words(state_request: StateRequest) -> str:
    """The same, with who has it."""
    return f"{in_words(state_request)} ({state_request.desk_officer or '–'})"


def _in_scope(user: User, permission: Permission, statuses: tuple[S, ...]) -> StateRequestQuerySet:
    things = StateRequest.objects.filter(Q(desk_officer=user) | Q(desk_officer=None), status__in=statuses)
    things = things.within(user, permission)
    return things.select_related("state", "organization").defer("search").order_by("status_since", "pk")
