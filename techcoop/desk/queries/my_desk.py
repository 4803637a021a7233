"""My desk: what waits for me and since when, asked of every stage; nothing of it is stored."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Model
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
from techcoop.web.rows import keys_of, rows_of
from techcoop.web.waiting import Waiting

OLDEST = 5
# The oldest of one pile, with how many lie in it; a day and a moment differ in kind, so both come as text.
PILE = """(SELECT {place}, row_number() OVER oldest, pk, since::text, count(*) OVER ()
  FROM ({things}) AS thing (pk, since) WINDOW oldest AS (ORDER BY since, pk) ORDER BY 2 LIMIT %(most)s)"""


class Line(NamedTuple):
    """One of the oldest things in a pile, by its place and its key; it says how many lie there in all."""

    pile: int
    place: int
    key: int
    written: str
    in_all: int

    @property
    def since(self) -> date | datetime:
        """Since when it waits."""
        is_day = len(self.written) == len("2026-03-02")
        return (date if is_day else datetime).fromisoformat(self.written)


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
    """What my desk shows: each pile with its count and its oldest things.

    One query for all piles, and one for each kind of thing that lies in them.
    """
    every = waiting(user, today)
    oldest = _oldest(every)
    things = _things(every, oldest)
    return [
        Pile(
            one.label,
            reverse("desk:waiting", args=[one.key]),
            lines[0].in_all,
            tuple(
                _item(one, things[one.things.model, line.key], line.since, today)
                for line in lines
                if (one.things.model, line.key) in things
            ),
        )
        for one, lines in zip(every, oldest, strict=True)
        if lines
    ]


def items(one: Waiting, today: date) -> tuple[Item, ...]:
    """The things of a pile, the oldest first."""
    things = one.things.order_by(one.since, "pk")
    return tuple(_item(one, thing, getattr(thing, one.since), today) for thing in things)


def _oldest(every: list[Waiting]) -> list[list[Line]]:
    """The oldest lines of each pile, pile by pile; one query."""
    pieces: list[str] = []
    values: dict[str, Any] = {"most": OLDEST}
    found: list[list[Line]] = [[] for _one in every]
    for place, one in enumerate(every):
        things = keys_of(one.things, f"of{place}_", one.since)
        pieces.append(PILE.format(place=place, things=things.sql))
        values |= things.values
    for line in rows_of(Line, " UNION ALL ".join(pieces), **values) if pieces else ():
        found[line.pile].append(line)
    return [sorted(lines) for lines in found]


def _things(every: list[Waiting], oldest: list[list[Line]]) -> dict[tuple[type[Model], int], Any]:
    """What lies in the piles, read once for each kind."""
    keys: dict[type[Model], set[int]] = defaultdict(set)
    kinds: dict[type[Model], Waiting] = {}
    for one, lines in zip(every, oldest, strict=True):
        if lines:
            kinds.setdefault(one.things.model, one)
            keys[one.things.model].update(line.key for line in lines)
    return {(model, thing.pk): thing for model, one in kinds.items() for thing in one.of(keys[model])}


def _item(one: Waiting, thing: Any, since: date | datetime, today: date) -> Item:
    day = since.date() if isinstance(since, datetime) else since
    return Item(one.words(thing), page_of(thing), since, (today - day).days)
