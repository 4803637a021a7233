"""What says the same to one State, whoever said it and when: its recommendations by subject.

The counts say how often a matter was raised and what assistance points at it; whether it is carried out is
said by the mechanisms and the State alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Model
from django.urls import reverse
from django.utils.http import urlencode

from techcoop.accountability.models import MechanismKind, RecommendationKind
from techcoop.assessments import queries as assessments
from techcoop.atlas.models import State
from techcoop.desk.queries.addressing import addressed_in_sql
from techcoop.desk.queries.unaddressed import covered_states
from techcoop.matching.queries import subjects, subjects_of_themes
from techcoop.people.models import User
from techcoop.projects import queries as projects
from techcoop.requests import queries as requests

# A text with two themes of one subject stands once in it.
SPREAD = """
    WITH meaning (theme, subject) AS MATERIALIZED (
        SELECT * FROM unnest(%(themes)s::bigint[], %(subjects)s::text[])
    ), addressed AS MATERIALIZED ({addressed}), spread AS MATERIALIZED (
        SELECT one.id, one.year, one.upr_cycle, one.upr_position, mechanism.kind, found.subject
          FROM accountability_recommendation AS one
          JOIN accountability_mechanism AS mechanism ON mechanism.id = one.mechanism_id, LATERAL (
            SELECT DISTINCT subject FROM meaning WHERE theme = ANY(one.theme_ids)) AS found
         WHERE withdrawn_on IS NULL AND one.kind = %(kind)s AND state_id = %(state)s
    )"""
COUNTED = f"""
    {SPREAD}
    SELECT subject, kind, count(*), min(year), max(year), count(*) FILTER (WHERE upr_position = 'supported'),
           count(*) FILTER (WHERE NOT EXISTS (SELECT FROM addressed WHERE recommendation = spread.id))
      FROM spread GROUP BY subject, kind"""
POINTING = f"""
    {SPREAD}
    SELECT DISTINCT subject, addressed.kind, thing FROM spread JOIN addressed ON recommendation = spread.id"""


@dataclass(frozen=True)
class Count:
    """A count and the address of exactly what it counts; none where the reader does not see all of it."""

    number: int
    address: str = ""


@dataclass(frozen=True)
class Cluster:
    """One subject on which recommendations were made to a State, across mechanisms and cycles."""

    name: str
    total: Count
    by_kind: tuple[Count, ...]
    supported: Count
    unaddressed: Count | None
    first_year: int
    last_year: int
    assistance: tuple[Model, ...]


def clusters(state: State, user: User) -> list[Cluster]:
    """The subjects on which something was recommended to the State, the most frequent first."""
    meaning = subjects_of_themes()
    addressed = addressed_in_sql("kind, thing, recommendation")
    asked: dict[str, Any] = {
        **addressed.values,
        "themes": list(meaning),
        "subjects": [one.code for one in meaning.values()],
        "kind": RecommendationKind.RECOMMENDATION,
        "state": state.pk,
    }
    counted: dict[str, dict[str, tuple[int, ...]]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(addressed=addressed.sql), asked)
        for subject, kind, *numbers in cursor.fetchall():
            counted[subject][kind] = tuple(numbers)
        cursor.execute(POINTING.format(addressed=addressed.sql), asked)
        pointing = cursor.fetchall()
    covered = covered_states(user)
    sees_all = covered is None or state.pk in covered
    assistance = _assistance(pointing, user)
    named = {one.code: str(one) for one in subjects()}
    found = [
        _cluster(state, code, named[code], counted[code], assistance[code], sees_all=sees_all)
        for code in counted
    ]
    return sorted(found, key=lambda one: (-one.total.number, one.name))


def _cluster(
    state: State,
    code: str,
    name: str,
    by_kind: Mapping[str, tuple[int, ...]],
    assistance: tuple[Model, ...],
    *,
    sees_all: bool,
) -> Cluster:
    made, first, last, supported, left = zip(*by_kind.values(), strict=True)
    of = {"state": state.iso3, "subject": code, "kind": RecommendationKind.RECOMMENDATION.value}
    listed = reverse("accountability:recommendations")
    open_list = f"{reverse('desk:unaddressed_list')}?{urlencode({'state': state.iso3, 'subject': code})}"
    return Cluster(
        name=name,
        total=Count(sum(made), f"{listed}?{urlencode(of)}"),
        by_kind=tuple(
            Count(by_kind.get(kind, (0,))[0], f"{listed}?{urlencode({**of, 'mechanism_kind': kind})}")
            for kind in MechanismKind.values
        ),
        supported=Count(sum(supported), f"{listed}?{urlencode({**of, 'position': 'supported'})}"),
        unaddressed=Count(sum(left), open_list) if sees_all else None,
        first_year=min(first),
        last_year=max(last),
        assistance=assistance,
    )


def _assistance(pointing: Iterable[tuple[str, str, int]], user: User) -> defaultdict[str, tuple[Model, ...]]:
    """What the reader may see of the assistance that points at each subject; three queries."""
    keys: dict[str, set[int]] = defaultdict(set)
    pointing = list(pointing)
    for _subject, kind, thing in pointing:
        keys[kind].add(thing)
    there: dict[str, Mapping[int, Model]] = {
        "staterequest": requests.visible_to(user).in_bulk(keys["staterequest"]),
        "needsassessment": assessments.visible_to(user).in_bulk(keys["needsassessment"]),
        "project": projects.visible_to(user).in_bulk(keys["project"]),
    }
    found: defaultdict[str, tuple[Model, ...]] = defaultdict(tuple)
    for subject, kind, thing in sorted(pointing):
        if thing in there[kind]:
            found[subject] += (there[kind][thing],)
    return found
