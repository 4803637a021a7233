"""What is open on the desk of an officer, as a handover sheet says it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from techcoop.documents.models import Document
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.models import Handover, StateRequest, StateRequestQuerySet
from techcoop.requests.queries.stages import targets
from techcoop.requests.queries.turns import NEXT, turn_of
from techcoop.requests.queries.what_else import PILES, Pile
from techcoop.requests.statuses import OPEN, RequestStatus
from techcoop.web.links import address


@dataclass(frozen=True)
class OpenItem:
    """One open thing of an officer: where it stands since when, by when it moves on, how many papers.

    It is a request, or of a `kind` that a later stage has told of.
    """

    reference: str
    requester: str
    subject: str
    status: str
    since: str
    due_on: str
    papers: int
    kind: str = ""

    @property
    def label(self) -> str:
        """The status in words."""
        return str(PILES[self.kind].status(self.status) if self.kind else RequestStatus(self.status).label)

    @property
    def what(self) -> str:
        """What kind of thing it is, and its reference."""
        return f"{PILES[self.kind].label} {self.reference}" if self.kind else self.reference

    @property
    def address(self) -> str:
        """Its page."""
        return (
            PILES[self.kind].page(self.reference)
            if self.kind
            else address("requests:request", self.reference)
        )

    @property
    def next(self) -> str:
        """What waits to be done; what later stages do is said on their own pages."""
        return "" if self.kind else str(NEXT.get(RequestStatus(self.status), ""))

    @property
    def since_on(self) -> date:
        """Since when it stands so."""
        return date.fromisoformat(self.since)

    @property
    def due(self) -> date | None:
        """By when it is meant to move on."""
        return date.fromisoformat(self.due_on) if self.due_on else None


def open_with(officer: User) -> StateRequestQuerySet:
    """The requests that an officer has and that are not over."""
    rows = StateRequest.objects.filter(desk_officer=officer, status__in=OPEN)
    return rows.select_related("state", "organization", "desk_officer")


def open_items(rows: Iterable[StateRequest], *, now: datetime) -> list[OpenItem]:
    """The sheet of these requests; two queries besides them, however many they are."""
    rows, target_days = list(rows), targets(now.date())
    kept = Document.objects.filter(
        thing_kind=StateRequest._meta.label_lower, thing_id__in=[one.pk for one in rows]
    )
    papers = dict(kept.order_by().values_list("thing_id").annotate(number=Count("pk")))
    return [_item(one, target_days, papers.get(one.pk, 0), now) for one in rows]


def _item(one: StateRequest, target_days: dict[str, int], papers: int, now: datetime) -> OpenItem:
    turn = turn_of(one, target_days=target_days, now=now)
    return OpenItem(
        reference=one.reference,
        requester=str(one.requester),
        subject=one.subject,
        status=one.status,
        since=turn.since.date().isoformat(),
        due_on=turn.by.isoformat() if turn.by else "",
        papers=papers,
    )


def items_beside(pile: Pile, things: Iterable[Any]) -> list[OpenItem]:
    """The sheet of what a later stage has on the same desk; one query besides the things."""
    things = list(things)
    kept = Document.objects.filter(
        thing_kind=pile.things().model._meta.label_lower, thing_id__in=[one.pk for one in things]
    )
    papers = dict(kept.order_by().values_list("thing_id").annotate(number=Count("pk")))
    return [_item_beside(pile, one, papers.get(one.pk, 0)) for one in things]


def _item_beside(pile: Pile, one: Any, papers: int) -> OpenItem:
    reference, whom, what, due_on = pile.told(one)
    since = one.status_since.date().isoformat()
    return OpenItem(reference, whom, what, one.status, since, due_on, papers, kind=pile.kind)


def as_lines(items: Iterable[OpenItem]) -> list[dict[str, Any]]:
    """A sheet as it is kept with the handover."""
    return [asdict(one) for one in items]


def items_of(handover: Handover) -> list[OpenItem]:
    """The sheet as it was when the desk was handed over."""
    return [OpenItem(**line) for line in handover.lines]


def desks_seen_by(user: User) -> QuerySet[User]:
    """The officers who have something that a person may see, or whose handover the person knows of."""
    passed = handovers_seen_by(user).order_by().values("officer")
    return having_a_desk(user) | User.objects.filter(pk__in=passed)


def having_a_desk(user: User) -> QuerySet[User]:
    """The officers who have requests, or what came of some, that a person may see."""
    requests = StateRequest.objects.visible_to(user).order_by().values("desk_officer")
    having = Q(pk__in=requests)
    for pile in PILES.values():
        having |= Q(pk__in=pile.held(user).values("pk"))
    return User.objects.filter(having)


def handovers_seen_by(user: User) -> QuerySet[Handover]:
    """The handovers that a person gave, took part in, or keeps an eye on as coordinator."""
    rows = Handover.objects.select_related("officer", "successor", "handed_by")
    if user.can_everywhere(Permission.SEE_WORKING_NOTES):
        return rows
    mine = rows.filter(officer=user) | rows.filter(successor=user) | rows.filter(handed_by=user)
    return mine if user.can_for_some_state(Permission.SEE_WORKING_NOTES) else rows.none()
