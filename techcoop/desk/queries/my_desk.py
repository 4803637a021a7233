"""My desk: what waits for me and since when, asked of every stage; nothing of it is stored."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from techcoop.assessments import queries as assessments
from techcoop.delivery import queries as delivery
from techcoop.desk.queries import gaps
from techcoop.evaluation import queries as evaluation
from techcoop.people.models import User
from techcoop.projects import queries as projects
from techcoop.requests import queries as requests
from techcoop.web.links import page_of
from techcoop.web.waiting import Waiting

OLDEST = 5


@dataclass(frozen=True)
class Item:
    """One thing that waits."""

    label: str
    address: str
    since: date | datetime
    days: int


@dataclass(frozen=True)
class Pile:
    """Things that wait for the same act, the oldest first."""

    label: str | Promise
    address: str
    count: int
    items: tuple[Item, ...]


def waiting(user: User, today: date) -> list[Waiting]:
    """Everything that waits for a person, stage by stage."""
    return [
        one
        for stage in (requests, assessments, projects, delivery, evaluation, gaps)
        for one in stage.waiting_for(user, today)
    ]


def piles(user: User, today: date) -> list[Pile]:
    """What my desk shows: each pile with its count and its oldest things; two queries a pile."""
    return [pile for one in waiting(user, today) if (pile := _pile(one, today)).count]


def items(one: Waiting, today: date, *, most: int | None = None) -> tuple[Item, ...]:
    """The things of a pile, the oldest first."""
    return tuple(_item(one, thing, today) for thing in one.things.order_by(one.since, "pk")[:most])


def _pile(one: Waiting, today: date) -> Pile:
    shown = items(one, today, most=OLDEST + 1)
    count = one.things.count() if len(shown) > OLDEST else len(shown)
    return Pile(one.label, reverse("desk:waiting", args=[one.key]), count, shown[:OLDEST])


def _item(one: Waiting, thing: Any, today: date) -> Item:
    since = getattr(thing, one.since)
    day = since.date() if isinstance(since, datetime) else since
    return Item(one.words(thing), page_of(thing), since, (today - day).days)
