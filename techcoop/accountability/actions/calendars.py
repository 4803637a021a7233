"""Opening and closing a person's own address of the calendar."""

from datetime import datetime

from django.db import transaction

from techcoop.accountability.models import CalendarFeed
from techcoop.accountability.policies import may_see_accountability
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require


@transaction.atomic
def open_calendar(*, by: User, at: datetime) -> CalendarFeed:
    """Give the person an address for a program of calendars; who has one keeps it."""
    User.objects.select_for_update().get(pk=by.pk)
    require(may_see_accountability(by))
    feed, is_new = CalendarFeed.objects.get_or_create(user=by, closed_at=None, defaults={"opened_at": at})
    if is_new:
        record("open calendar", feed, by=by, at=at)
    return feed


@transaction.atomic
def close_calendar(*, by: User, at: datetime) -> None:
    """Close the person's address: whoever has it sees nothing any more."""
    for feed in CalendarFeed.objects.select_for_update().filter(user=by, closed_at=None):
        feed.closed_at = at
        feed.save(update_fields=["closed_at"])
        record("close calendar", feed, by=by, at=at)
