"""What nothing addresses: recommendations that no request, assessment or project points at, State by subject.

It says where assistance could be offered. Whether a recommendation is carried out is another matter, and is
said by the mechanisms and the State alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.http import urlencode

from techcoop.accountability.models import Recommendation, RecommendationKind
from techcoop.atlas.models import State
from techcoop.desk.queries.addressing import addressed_in_sql, not_addressed
from techcoop.matching.models import Subject, SubjectGroup
from techcoop.matching.queries import subjects_of_themes
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.web.links import address

WITHOUT_THEME = ""  # the column of what the sources give no known theme
NO_THEME = "none"  # the same, in an address

# A text with two themes of one subject counts once in it; what has no known theme is counted apart: all its
# themes are among the few that map onto no subject, which is quicker to see than that none is among the many.
COUNTED = """
    WITH addressed AS MATERIALIZED ({addressed})
    SELECT state_id, subject, count(DISTINCT one.id),
           count(DISTINCT one.id) FILTER (WHERE addressed.recommendation IS NULL)
      FROM accountability_recommendation AS one
     CROSS JOIN LATERAL unnest(theme_ids) AS theme
      JOIN unnest(%(themes)s::bigint[], %(subjects)s::text[]) AS meaning (theme, subject) USING (theme)
      LEFT JOIN addressed ON addressed.recommendation = one.id
     WHERE withdrawn_on IS NULL AND kind = %(kind)s AND state_id = ANY(%(states)s)
     GROUP BY state_id, subject
     UNION ALL
    SELECT state_id, '', count(*), count(*) FILTER (WHERE addressed.recommendation IS NULL)
      FROM accountability_recommendation AS one
      LEFT JOIN addressed ON addressed.recommendation = one.id
     WHERE withdrawn_on IS NULL AND kind = %(kind)s AND state_id = ANY(%(states)s)
       AND theme_ids <@ ARRAY(SELECT id FROM accountability_theme WHERE id <> ALL(%(themes)s))
     GROUP BY state_id"""


@dataclass(frozen=True)
class Cell:
    """How many recommendations to a State on a subject stand, and how many of them nothing addresses."""

    made: int
    unaddressed: int
    address: str
    tint: int


@dataclass(frozen=True)
class Row:
    """One State with its cells, in the order of the columns."""

    state: State
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True)
class Column:
    """A group of subjects, or a subject; its address opens it further."""

    key: str
    label: str
    address: str


@dataclass(frozen=True)
class Matrix:
    """The States and the groups of subjects, or the subjects of one group."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def covered_states(user: User) -> frozenset[int] | None:
    """The States about which this person sees all assistance; none given means all States."""
    permission = Permission.SEE_WORKING_NOTES
    return None if user.can_everywhere(permission) else user.states_for(permission)


def matrix(user: User, *, group: str = "", region: str = "") -> Matrix:
    """What nothing addresses, by State and group, or by State and subject of one group; five queries."""
    meaning = subjects_of_themes()
    columns = _columns(meaning.values(), group)
    states = _states(user, region)
    keys = {theme: one.code if group else one.group for theme, one in meaning.items()}
    counts = _counted(keys, states.keys())
    most = max((left for cells in counts.values() for _made, left in cells.values()), default=0)
    named = [column.key for column in columns]
    rows = (
        Row(state, tuple(_cell(counts[key].get(name), state, name, bool(group), most) for name in named))
        for key, state in states.items()
        if key in counts
    )
    return Matrix(columns, tuple(row for row in rows if any(row.cells)))


def _columns(known: Iterable[Subject], group: str) -> tuple[Column, ...]:
    here = address("desk:unaddressed")
    if group:
        subjects = {one.code: one for one in known if one.group == group}
        ordered = sorted(subjects.values(), key=lambda one: one.position)
        return tuple(Column(one.code, str(one), "") for one in ordered)
    columns = [
        Column(one.value, str(one.label), f"{here}?{urlencode({'group': one.value})}") for one in SubjectGroup
    ]
    return (*columns, Column(WITHOUT_THEME, "", ""))


def _states(user: User, region: str) -> dict[int, State]:
    states = State.objects.by_name()
    covered = covered_states(user)
    if covered is not None:
        states = states.filter(pk__in=covered)
    if region:
        states = states.filter(regions__code=region)
    return {one.pk: one for one in states}


def _counted(keys: dict[int, str], states: Collection[int]) -> dict[int, dict[str, tuple[int, int]]]:
    addressed = addressed_in_sql("recommendation")
    asked: dict[str, Any] = {
        **addressed.values,
        "themes": list(keys),
        "subjects": list(keys.values()),
        "states": list(states),
        "kind": RecommendationKind.RECOMMENDATION,
    }
    counts: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(addressed=addressed.sql), asked)
        for state, key, made, unaddressed in cursor.fetchall():
            counts[state][key] = (made, unaddressed)
    return counts


def _cell(
    counted: tuple[int, int] | None, state: State, key: str, of_subject: bool, most: int
) -> Cell | None:
    """The cell of a State; its tint goes from nothing (0) to as many as anywhere in the matrix (4)."""
    if counted is None:
        return None
    made, left = counted
    what = {"subject": key} if of_subject else {"group": key or NO_THEME}
    where = urlencode({"state": state.iso3, **what})
    return Cell(
        made, left, f"{address('desk:unaddressed_list')}?{where}", -(-4 * left // most) if most else 0
    )


def unaddressed(user: User) -> QuerySet[Recommendation]:
    """The recommendations that nothing addresses, to the States whose assistance the person sees whole."""
    rows = Recommendation.objects.filter(withdrawn_on=None, kind=RecommendationKind.RECOMMENDATION)
    covered = covered_states(user)
    if covered is not None:
        rows = rows.filter(state__in=covered)
    return not_addressed(rows).select_related("state", "mechanism").defer("search")
