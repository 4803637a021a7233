"""What else lies on a desk, told by the later stages; requests themselves know none of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from techcoop.people.models import User


@dataclass(frozen=True)
class Pile:
    """The things of a later stage that an officer has: what is open, who may give it away, and how.

    `told` says of one thing its reference, whom it is for, what it is about, and by when it is meant to end.
    """

    kind: str
    label: str | Promise
    things: Callable[[], QuerySet[Any]]
    seen_by: Callable[[User], QuerySet[Any]]
    given_by: Callable[[User], QuerySet[Any]]
    give: Callable[..., Sequence[Model]]
    told: Callable[[Any], tuple[str, str, str, str]]
    status: Callable[[str], str | Promise]
    page: Callable[[str], str]

    def open_with(self, officer: User) -> QuerySet[Any]:
        """What an officer has that is not over."""
        return self.things().filter(desk_officer=officer).order_by("pk")

    def held(self, user: User) -> QuerySet[User]:
        """The officers who have what this person may see."""
        seen = self.things().filter(pk__in=self.seen_by(user).order_by().values("pk"))
        return User.objects.filter(pk__in=seen.order_by().values("desk_officer"))


PILES: dict[str, Pile] = {}


def lies_on_a_desk(pile: Pile) -> None:
    """Let a later stage say what else passes with a desk; called once, at start-up."""
    PILES[pile.kind] = pile


def piles_with(officer: User) -> list[tuple[Pile, QuerySet[Any]]]:
    """What else is open with an officer, stage by stage; later stages start first, and stand last."""
    return [(pile, pile.open_with(officer)) for pile in reversed(PILES.values())]


def new_on_a_desk(kind: str, keys: Collection[int], officer: User) -> tuple[Pile, list[Any]]:
    """Of these things of a later stage, those that an officer still has and may see, and their pile."""
    pile = PILES[kind]
    seen = pile.seen_by(officer).order_by().values("pk")
    return pile, list(pile.open_with(officer).filter(pk__in=keys).filter(pk__in=seen))


def beyond(user: User, piles: Sequence[tuple[Pile, Collection[Any]]]) -> bool:
    """Whether something of these lies beyond what a person may give to another officer."""
    return any(
        len(pile.given_by(user).filter(pk__in=[one.pk for one in things])) < len(things)
        for pile, things in piles
    )
