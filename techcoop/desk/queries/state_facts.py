"""The facts of a State's file as the database adds them up: standings, recommendations, and assistance."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from django.utils.translation import get_language

from techcoop.accountability.models import TreatyStanding
from techcoop.atlas.models import State
from techcoop.projects.statuses import ProjectStatus
from techcoop.web.links import address
from techcoop.web.rows import Named, rows_of

Line = TypeVar("Line")
THEMES, LATEST = 12, 8
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

# Of each the latest, and behind every row how many there are in all.
REQUESTS = """
SELECT reference, subject, received_on, status, count(*) OVER () FROM requests_staterequest
 WHERE id IN ({seen}) ORDER BY received_on DESC, id DESC LIMIT %(most)s"""
PROJECTS = """
SELECT code, title, status, count(*) OVER () FROM projects_project
 WHERE id IN ({seen}) ORDER BY starts_on DESC, id DESC LIMIT %(most)s"""
SUMS = """
SELECT (SELECT count(*) FROM ({activities}) AS done),
       count(DISTINCT project_id) FILTER (WHERE required IS NOT NULL),
       sum(required), sum(available), sum(spent)
  FROM projects_projectmoney WHERE project_id IN ({projects})"""


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


class ProjectLine(NamedTuple):
    """A project in one line."""

    code: str
    title: str
    status: str

    @property
    def address(self) -> str:
        """Its page."""
        return address("desk:project", self.code)

    def get_status_display(self) -> str:
        return str(ProjectStatus(self.status).label)


class Sums(NamedTuple):
    """How many activities there are, how many projects say what they require, and the money of all."""

    activities: int
    with_money: int
    required: Decimal | None
    available: Decimal | None
    spent: Decimal | None


def latest(line: Callable[..., Line], question: str, seen: Named) -> tuple[tuple[Line, ...], int]:
    """The latest of the things that a reader may see, and how many there are in all."""
    rows = rows_of(lambda *row: row, question.format(seen=seen.sql), most=LATEST, **seen.values)
    return tuple(line(*row[:-1]) for row in rows), rows[0][-1] if rows else 0


def summed(activities: Named, projects: Named) -> Sums:
    """These activities and the money of these projects, added up."""
    question = SUMS.format(activities=activities.sql, projects=projects.sql)
    return rows_of(Sums, question, **activities.values, **projects.values)[0]
