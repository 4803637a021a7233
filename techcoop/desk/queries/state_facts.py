"""The facts of a State's file as the database adds them up: standings, and recommendations counted."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from techcoop.accountability.models import TreatyStanding
from techcoop.atlas.models import State
from techcoop.web.rows import rows_of

THEMES = 12
STANDINGS = """
SELECT COALESCE(NULLIF(instrument.names ->> %(language)s, ''), instrument.names ->> 'en', ''),
       status.standing, status.year, status.note, source.title, source.retrieved_on
  FROM accountability_instrument AS instrument
  LEFT JOIN accountability_treatystatus AS status
         ON status.instrument_id = instrument.id AND status.state_id = %(state)s
  LEFT JOIN documents_source AS source ON source.id = status.source_id
 ORDER BY instrument.position"""
TALLIES = """
SELECT mechanism_id, upr_cycle, upr_position, count(*), NULL, '' FROM accountability_recommendation
 WHERE state_id = %(state)s AND withdrawn_on IS NULL GROUP BY 1, 2, 3
 UNION ALL
(SELECT NULL, NULL, '', counted.many, theme.id,
        COALESCE(NULLIF(theme.names ->> %(language)s, ''), theme.label)
  FROM (SELECT unnest(theme_ids) AS theme_id, count(*) AS many FROM accountability_recommendation
         WHERE state_id = %(state)s AND withdrawn_on IS NULL
         GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %(most)s) AS counted
  JOIN accountability_theme AS theme ON theme.id = counted.theme_id
 ORDER BY counted.many DESC, theme.id)"""


@dataclass(frozen=True)
class Standing:
    """Where the State stands with one instrument, as a source says; nothing where none was taken in."""

    instrument: str
    standing: str | None
    year: int | None
    note: str | None
    source: str | None
    retrieved_on: date | None

    @property
    def label(self) -> str:
        """The standing in words."""
        return str(TreatyStanding(self.standing).label) if self.standing else ""


@dataclass(frozen=True)
class Tally:
    """How many recommendations a mechanism made, in a cycle, with a position; or how many touch a theme."""

    mechanism_id: int | None
    cycle: int | None
    position: str
    count: int
    theme_id: int | None
    theme: str


def standings(state: State) -> list[Standing]:
    """Every instrument with where this State stands."""
    return rows_of(Standing, STANDINGS, state=state.pk, language=get_language() or "en")


def tallied(state: State) -> list[Tally]:
    """The recommendations counted by all that the file adds them up by, and the themes they touch most."""
    return rows_of(Tally, TALLIES, state=state.pk, language=get_language() or "en", most=THEMES)
