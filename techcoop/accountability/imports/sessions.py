"""The sessions of the universal periodic review: which cycle and which year each belongs to.

The fourth cycle began with the forty-first session, in November 2022.
"""

CYCLES = {1: range(1, 13), 2: range(13, 27), 3: range(27, 41), 4: range(41, 55)}
# The first session held in each year; mostly three a year.
FIRST_OF_YEAR = {
    2008: 1,
    2009: 4,
    2010: 7,
    2011: 10,
    2012: 13,
    2013: 15,
    2014: 18,
    2015: 21,
    2016: 24,
    2017: 27,
    2018: 29,
    2019: 32,
    2020: 35,
    2021: 37,
    2022: 40,
    2023: 42,
    2024: 45,
    2025: 48,
    2026: 51,
    2027: 54,
}


def cycle_of(session: int) -> int | None:
    """The cycle of a session."""
    return next((cycle for cycle, sessions in CYCLES.items() if session in sessions), None)


def year_of(session: int) -> int | None:
    """The year in which a session was held; nothing where it is not known yet."""
    if not 1 <= session <= 54:
        return None
    return max(year for year, first in FIRST_OF_YEAR.items() if first <= session)


def cycle_of_year(year: int) -> int | None:
    """The cycle of a year, where the whole year belongs to one."""
    cycles = {cycle_of(session) for session in range(1, 55) if year_of(session) == year}
    return cycles.pop() if len(cycles) == 1 else None
