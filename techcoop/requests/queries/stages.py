"""The clock of a request: how long it stood, or stands, in each status."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from techcoop.journal.queries import Told
from techcoop.programme.models import Parameter
from techcoop.programme.queries import parameters
from techcoop.requests.statuses import RequestStatus

TARGETS = "requests.target_days."


def targets(on: date) -> dict[str, int]:
    """In how many days a request should leave each status, as the parameters stand on a day; one query."""
    return {status: int(days) for status, days in parameters(TARGETS, on=on).items()}


class Targets:
    """The targets as they stood on every day; one query."""

    def __init__(self) -> None:
        known = Parameter.objects.filter(name__startswith=TARGETS).order_by("effective_from")
        self.versions = list(known.values_list("name", "effective_from", "value"))

    def on(self, day: date) -> dict[str, int]:
        """In how many days a request should leave each status, as was held on that day."""
        return {
            name.removeprefix(TARGETS): int(value) for name, since, value in self.versions if since <= day
        }


@dataclass(frozen=True)
class Stage:
    """A stay in one status: from when, until when, how many days, and how many were meant."""

    status: str
    entered_at: datetime
    left_at: datetime | None
    days: int
    target_days: int | None

    @property
    def label(self) -> str:
        """The status in words."""
        return str(RequestStatus(self.status).label)

    @property
    def days_late(self) -> int:
        """By how many days the target was passed."""
        return max(0, self.days - self.target_days) if self.target_days is not None else 0


def stages(entries: Iterable[Told], *, targets_then: Targets, now: datetime) -> list[Stage]:
    """The stays of a request, read from its journal, each by the target of the day on which it began."""
    entered: list[Told] = []
    for entry in entries:
        if entry.status and (not entered or entered[-1].status != entry.status):
            entered.append(entry)
    ends: list[datetime | None] = [*(one.at for one in entered[1:]), None]
    return [
        Stage(
            status=one.status,
            entered_at=one.at,
            left_at=end,
            days=((end or now).date() - one.at.date()).days,
            target_days=targets_then.on(one.at.date()).get(one.status),
        )
        for one, end in zip(entered, ends, strict=True)
    ]
