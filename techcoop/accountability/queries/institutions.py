"""National human rights institutions as they stand today, and when each is reviewed again."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from techcoop.accountability.models import Accreditation
from techcoop.accountability.models.accreditations import REVIEWED_AGAIN
from techcoop.programme.queries import parameters


@dataclass(frozen=True)
class Periods:
    """The periods of accountability that are parameters, as they stand on a day."""

    today: date
    accreditation_years: int
    notice_months: int
    overdue_years: int
    current_years: int


def periods(today: date) -> Periods:
    """All of them; one question."""
    known = parameters("accountability.", on=today)
    return Periods(
        today,
        accreditation_years=int(known["accreditation_years"]),
        notice_months=int(known["accreditation_notice_months"]),
        overdue_years=int(known["overdue_years"]),
        current_years=int(known["current_years"]),
    )


def institutions(known: Periods) -> QuerySet[Any]:
    """The last decision on each institution, with the day of its next review."""
    decided = Accreditation.objects.last_decisions().with_review(known.accreditation_years)
    return decided.select_related("state", "source")


# The same for questions that are written by hand, of a decision called so there.
IS_LAST_DECISION = """NOT EXISTS (
    SELECT FROM accountability_accreditation AS later WHERE later.state_id = decided.state_id
       AND later.institution = decided.institution AND later.decided_on > decided.decided_on)"""
NEXT_REVIEW = """COALESCE(decided.review_on, CASE WHEN decided.status = ANY(%(reviewed_again)s)
    THEN (accountability_latest_day(decided.decided_on) + make_interval(years => %(years)s))::date END)"""


def review_values(known: Periods) -> dict[str, Any]:
    """What the question for the next review takes."""
    return {"reviewed_again": list(REVIEWED_AGAIN), "years": known.accreditation_years}


def notice_until(known: Periods) -> date:
    """Until which day a review is near enough to be pointed out."""
    return months_later(known.today, known.notice_months)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
