"""People are told by mail that something happened to a request; what it says is read after signing in."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Model
from procrastinate.contrib.django import app as worker

from techcoop.people.models import User
from techcoop.requests.models import StateRequest
from techcoop.requests.notices import Told
from techcoop.requests.queries import focal_points_of

TELL = "techcoop.requests.tell"
TELL_WHAT_IS_GIVEN = "techcoop.requests.tell_what_is_given"


def tell(people: Iterable[User], told: Told, *, about: Iterable[StateRequest], at: datetime) -> None:
    """Lay a mail ready for each; it goes out when the act is kept, and not at all where it is not."""
    keys: list[Any] = [one.pk for one in about]
    for person in people:
        worker.configure_task(TELL).defer(person=person.pk, told=str(told), requests=keys, at=at.isoformat())


def tell_the_government(state_request: StateRequest, told: Told, *, at: datetime) -> None:
    """Tell the focal points of those who ask."""
    tell(focal_points_of(state_request), told, about=[state_request], at=at)


def tell_what_is_given(kind: str, things: Iterable[Model], *, officer: User, at: datetime) -> None:
    """Lay one mail ready for an officer who has new things of a later stage."""
    keys: list[Any] = [one.pk for one in things]
    job = worker.configure_task(TELL_WHAT_IS_GIVEN)
    job.defer(person=officer.pk, kind=kind, keys=keys, at=at.isoformat())
