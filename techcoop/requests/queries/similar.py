"""Requests that ask for much the same: found by their words, each weighed by how rare it is."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from techcoop.people.models import User
from techcoop.programme.queries import parameter
from techcoop.requests.models import StateRequest
from techcoop.requests.queries.lists import visible_to
from techcoop.web.rows import keys_of

LEAST_SCORE = "requests.similar.least_score"
MOST_SHOWN = 6
WORDS_SHOWN = 8
# A word weighs more the fewer requests hold it; the rarest forty that others hold too are looked for. Who
# holds which word is read once. Subjects are alike where PostgreSQL finds so by an index of their letters.
ALIKE = """
    WITH mine AS MATERIALIZED (
        SELECT lexeme FROM unnest(to_tsvector('simple', %(words)s)) WHERE length(lexeme) > 3
    ), held AS MATERIALIZED (
        SELECT lexeme, other.id FROM mine JOIN requests_staterequest AS other
            ON other.search @@ plainto_tsquery('simple', lexeme) AND other.id <> %(own)s
    ), weighed AS MATERIALIZED (
        SELECT lexeme, count(held.id) AS known,
               ln((SELECT count(*) FROM requests_staterequest) + 1.0) - ln(count(held.id) + 0.5) AS weight
        FROM mine LEFT JOIN held USING (lexeme) GROUP BY lexeme
    ), rarest AS MATERIALIZED (
        SELECT * FROM weighed WHERE known > 0 ORDER BY known, lexeme LIMIT 40
    ), scored AS (
        SELECT id, max(score) AS score FROM (
            SELECT id, sum(weight) / nullif((SELECT sum(weight) FROM weighed), 0) AS score
            FROM rarest JOIN held USING (lexeme) GROUP BY id
            UNION ALL
            SELECT id, similarity(subject, %(subject)s) FROM requests_staterequest
            WHERE subject %% %(subject)s AND id <> %(own)s
        ) AS by_words_or_subject GROUP BY id
    ), best AS MATERIALIZED (
        SELECT id, score FROM scored
        WHERE score >= %(least)s AND id IN ({visible}) ORDER BY score DESC, id DESC LIMIT %(most)s
    )
    SELECT id, round(100 * least(score, 1))::int, coalesce(words, '{{}}') FROM best LEFT JOIN (
        SELECT id, array_agg(lexeme ORDER BY weight DESC, lexeme) AS words
        FROM rarest JOIN held USING (lexeme) JOIN best USING (id) GROUP BY id
    ) AS shared USING (id) ORDER BY score DESC, id DESC
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
    visible = keys_of(visible_to(user), "seen")
    asked = {
        **visible.values,
        "own": state_request.pk,
        "subject": state_request.subject,
        "words": f"{state_request.subject} {state_request.summary}",
        "least": least,
        "most": MOST_SHOWN,
    }
    with connection.cursor() as cursor:
        cursor.execute(ALIKE.format(visible=visible.sql), asked)
        found = cursor.fetchall()
    rows = StateRequest.objects.select_related("state", "organization").defer("search", "summary")
    things = rows.in_bulk([key for key, *_rest in found])
    return [Similar(things[key], score, tuple(shared[:WORDS_SHOWN])) for key, score, shared in found]
