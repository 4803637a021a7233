"""The nearest months in which something falls due, for whoever looks at a month in which nothing does."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, F, Max, Min, Q, QuerySet

from techcoop.accountability.models import (
    DueReport,
    MechanismSession,
    PeriodicReview,
    ReportingCycle,
    Visit,
)
from techcoop.accountability.queries.accounts import TO_COME
from techcoop.accountability.queries.falling_due import KNOWN_VISITS, WHOLE_DAY
from techcoop.accountability.queries.institutions import institutions, periods


def months_nearby(
    first: date, after: date, *, states: Collection[int] | None, today: date
) -> tuple[date | None, date | None]:
    """The months before `first` and from `after` on that are nearest; a question for each kind of thing."""
    before, later = [], []
    for rows, field in _days(states, today):
        earliest, latest = _around(rows, field, first, after)
        before += [earliest] if earliest else []
        later += [latest] if latest else []
    return max(before, default=None), min(later, default=None)


def _days(states: Collection[int] | None, today: date) -> Iterator[tuple[QuerySet[Any], str]]:
    """Everything that falls due, each with the field that says when; a day may be known as a text."""
    cycles = ReportingCycle.objects.all()
    of_states = [
        (DueReport.objects.filter(status__in=TO_COME), "due_on"),
        (cycles.filter(follow_up_assessed_on=""), "follow_up_due_on"),
        (cycles, "dialogue_on"),
        (PeriodicReview.objects.all(), "reviewed_on"),
        (institutions(periods(today)), "next_review_on"),
        (Visit.objects.filter(status__in=KNOWN_VISITS), "begins_on"),
    ]
    for rows, field in of_states:
        yield (rows if states is None else rows.filter(state__in=states)), field
    yield MechanismSession.objects.all(), "begins_on"


def _around(rows: QuerySet[Any], field: str, first: date, after: date) -> tuple[date | None, date | None]:
    """The first days of the months of the nearest days on both sides."""
    rows = rows.order_by().annotate(day=F(field))
    is_text = isinstance(rows.query.annotations["day"].output_field, CharField)
    bounds: tuple[Any, Any] = (first.isoformat(), after.isoformat()) if is_text else (first, after)
    if is_text:
        rows = rows.filter(day__regex=WHOLE_DAY)
    found = rows.aggregate(
        before=Max("day", filter=Q(day__lt=bounds[0])), later=Min("day", filter=Q(day__gte=bounds[1]))
    )
    return _month_of(found["before"]), _month_of(found["later"])


def _month_of(day: date | str | None) -> date | None:
    if not day:
        return None
    return (date.fromisoformat(day) if isinstance(day, str) else day).replace(day=1)
