"""What people do around the facts of accountability; none of it changes a fact."""

from techcoop.accountability.actions.calendars import close_calendar, open_calendar
from techcoop.accountability.actions.freezing import freeze

__all__ = ["close_calendar", "freeze", "open_calendar"]
