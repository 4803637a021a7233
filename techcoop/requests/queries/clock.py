"""The service clock over many requests: what is late, with whom, and how long stages take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count, Q
from django.utils.http import urlencode

from techcoop.people.models import User
from techcoop.requests.models import StateRequest, StateRequestQuerySet
from techcoop.requests.queries.stages import targets
from techcoop.requests.statuses import RequestStatus
from techcoop.web.rows import keys_of


def past_their_day(
    rows: StateRequestQuerySet, target_days: Mapping[str, int], *, on: date
) -> StateRequestQuerySet:
    """The requests that have stood in their status for longer than was meant."""
    late = Q(pk__in=[])
    for status, days in target_days.items():
        late |= Q(status=status, status_since__date__lt=on - timedelta(days=days))
    return rows.filter(late)


@dataclass(frozen=True)
class Lateness:
    """How many requests of one officer are late in one status, and the parameters of the list of them."""

    status: str
    label: str
    officer: str
    number: int
    parameters: str


def lateness(user: User, *, on: date) -> list[Lateness]:
    """What is late, by status and officer; two queries."""
    late = past_their_day(StateRequest.objects.visible_to(user), targets(on), on=on).order_by()
    rows = late.values_list("status", "desk_officer", "desk_officer__name").annotate(number=Count("pk"))
    order = [str(one) for one in RequestStatus]
    return [
        Lateness(
            status=status,
            label=str(RequestStatus(status).label),
            officer=name or "",
            number=number,
            parameters="?" + urlencode({"status": status, "late": "yes", "officer": officer or "nobody"}),
        )
        for status, officer, name, number in sorted(rows, key=lambda row: (order.index(row[0]), row[2] or ""))
    ]


@dataclass(frozen=True)
class StageTime:
    """How many requests left a status, in how many days at the median, and what was meant."""

    label: str
    number: int
    median_days: float
    target_days: int | None


STAYS = """
    WITH stays AS (
        SELECT thing_id, status, at, lead(at) OVER (PARTITION BY thing_id ORDER BY number) AS left_at
        FROM (
            SELECT thing_id, status, at, number,
                   lag(status) OVER (PARTITION BY thing_id ORDER BY number) AS before
            FROM journal_entry
            WHERE thing_kind = 'requests.staterequest' AND status <> ''
              AND thing_id IN ({asked})
        ) AS acts
        WHERE before IS DISTINCT FROM status
    )
    SELECT status, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY left_at::date - at::date)
    FROM stays WHERE left_at >= %(since)s GROUP BY status
"""


def stage_times(user: User, *, since: date, on: date) -> list[StageTime]:
    """The median days in each status, over the stays that ended since a day; two queries."""
    asked = keys_of(StateRequest.objects.really_asked().visible_to(user), "asked")
    with connection.cursor() as cursor:
        cursor.execute(STAYS.format(asked=asked.sql), {**asked.values, "since": since})
        found = {status: (number, float(median)) for status, number, median in cursor.fetchall()}
    target_days = targets(on)
    return [
        StageTime(str(status.label), *found[status], target_days.get(status))
        for status in RequestStatus
        if status in found
    ]
