"""National human rights institutions as they stand today, and when each is reviewed again."""

from calendar import monthrange
from datetime import date

from techcoop.accountability.models import Accreditation
from techcoop.accountability.models.accreditations import AccreditationQuerySet
from techcoop.programme.queries import parameter


def institutions(today: date) -> AccreditationQuerySet:
    """The last decision on each institution, with the day of its next review; the period is a parameter."""
    years = parameter("accountability.accreditation_years", on=today).value
    return Accreditation.objects.last_decisions().with_review(years).select_related("state", "source")


def notice_until(today: date) -> date:
    """Until which day a review is near enough to be pointed out."""
    return months_later(today, parameter("accountability.accreditation_notice_months", on=today).value)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
