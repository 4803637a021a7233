"""Requests that ask for much the same: found by their words, each weighed by how rare it is."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from techcoop.people.models import User
from techcoop.programme.queries import parameter
from techcoop.requests.models import StateRequest
from techcoop.requests.queries.lists import visible_in_sql

LEAST_SCORE = "requests.similar.least_score"
MOST_SHOWN = 6
WORDS_SHOWN = 8
# A word weighs more the fewer requests hold it; the rarest forty that others hold too are looked for.
ALIKE = """
    WITH mine AS (
        SELECT lexeme, plainto_tsquery('simple', lexeme) AS asked,
               (SELECT count(*) FROM requests_staterequest AS known
                WHERE known.id <> %s AND known.search @@ plainto_tsquery('simple', lexeme)) AS known
        FROM unnest(to_tsvector('simple', %s)) WHERE length(lexeme) > 3
    ),
    weighed AS (
        SELECT mine.*, ln((SELECT count(*) FROM requests_staterequest) + 1.0) - ln(known + 0.5) AS weight
        FROM mine
    ),
    rarest AS (SELECT * FROM weighed WHERE known > 0 ORDER BY known, lexeme LIMIT 40),
    shared AS (
        SELECT other.id, sum(weight) AS weight, array_agg(lexeme ORDER BY weight DESC, lexeme) AS words
        FROM rarest JOIN requests_staterequest AS other ON other.search @@ rarest.asked
        GROUP BY other.id
    ),
    scored AS (
        SELECT other.id, coalesce(shared.words, '{{}}') AS words,
               greatest(
                   coalesce(shared.weight / nullif((SELECT sum(weight) FROM weighed), 0), 0),
                   similarity(other.subject, %s)
               ) AS score
        FROM requests_staterequest AS other LEFT JOIN shared ON shared.id = other.id
        WHERE (shared.id IS NOT NULL OR other.subject %% %s) AND other.id <> %s AND other.id IN ({visible})
    )
    SELECT id, round(100 * least(score, 1))::int, words FROM scored
    WHERE score >= %s ORDER BY score DESC, id DESC LIMIT %s
"""


@dataclass(frozen=True)
class Similar:
    """A request that asks for much the same: how much, in per cent, and by which words."""

    state_request: StateRequest
    score: int
    words: tuple[str, ...]


def similar_to(state_request: StateRequest, user: User, *, on: date) -> list[Similar]:
    """What resembles a request among those that the person may see; three queries."""
    least = float(parameter(LEAST_SCORE, on=on).value)
    visible, given = visible_in_sql(user)
    own, subject = state_request.pk, state_request.subject
    words = f"{subject} {state_request.summary}"
    with connection.cursor() as cursor:
        cursor.execute(
            ALIKE.format(visible=visible), [own, words, subject, subject, own, *given, least, MOST_SHOWN]
        )
        found = cursor.fetchall()
    rows = StateRequest.objects.select_related("state", "organization").defer("search", "summary")
    things = rows.in_bulk([key for key, *_rest in found])
    return [Similar(things[key], score, tuple(shared[:WORDS_SHOWN])) for key, score, shared in found]
