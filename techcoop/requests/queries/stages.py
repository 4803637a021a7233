"""The clock of a request: how long it stood, or stands, in each status."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from techcoop.journal.queries import Told
from techcoop.programme.queries import parameters
from techcoop.requests.statuses import RequestStatus

TARGETS = "requests.target_days."


def targets(on: date) -> dict[str, int]:
    """In how many days a request should leave each status, as the parameters stand on a day; one query."""
    return {status: int(days) for status, days in parameters(TARGETS, on=on).items()}


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


def stages(entries: Iterable[Told], *, target_days: Mapping[str, int], now: datetime) -> list[Stage]:
    """The stays of a request one after the other, read from its journal; the last one still runs."""
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
            target_days=target_days.get(one.status),
        )
        for one, end in zip(entered, ends, strict=True)
    ]
