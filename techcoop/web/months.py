"""The month that a calendar shows."""

from datetime import date

# Months beyond these are of no programme, and at the ends of the calendar there is none before or after.
FIRST_YEAR, LAST_YEAR = 1900, 2199


def month_asked(typed: str | None, today: date) -> date:
    """The first day of the month asked for; of this one when none was, or none that a calendar shows."""
    try:
        asked = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return today.replace(day=1)
    return asked if FIRST_YEAR <= asked.year <= LAST_YEAR else today.replace(day=1)
