"""Pages of accountability; each only reads."""

from techcoop.accountability.views.accounts import account
from techcoop.accountability.views.calendars import calendar, close_calendar, feed, open_calendar
from techcoop.accountability.views.citing import citations
from techcoop.accountability.views.comments import general_comment, general_comments, paragraphs
from techcoop.accountability.views.counting import counts
from techcoop.accountability.views.details import recommendation
from techcoop.accountability.views.lists import recommendations
from techcoop.accountability.views.registers import institutions, reports, visits
from techcoop.accountability.views.snapshots import snapshot
from techcoop.accountability.views.standings import standings, treaties

__all__ = [
    "calendar",
    "citations",
    "close_calendar",
    "feed",
    "institutions",
    "open_calendar",
    "reports",
    "snapshot",
    "visits",
    "account",
    "counts",
    "general_comment",
    "general_comments",
    "paragraphs",
    "recommendation",
    "recommendations",
    "standings",
    "treaties",
]
