"""The matcher and the matrix against the raw limit: run as a process of its own on a copy of the index."""

import json
from random import Random
from typing import Any

import pgtrigger
from django.db import connection
from django.utils.timezone import localdate

from bench.index_file import SEED, vocabulary
from bench.timing import in_turns
from techcoop.accountability.models import Theme
from techcoop.atlas.models import State
from techcoop.desk.queries import unaddressed
from techcoop.matching.queries import proposals, subjects, subjects_of_themes
from techcoop.people.models import User
from techcoop.requests.models import StateRequest
from techcoop.requests.queries import similar_to

TEXTS, WORDS = 120, 30
# What the matcher looks through, asked of the index alone: texts to a State with a subject or word of it.
BARE = """
SELECT said.id, texts, said.symbol, said.paragraph, said.year, state.names, mechanism.names
  FROM accountability_recommendation AS said
  JOIN atlas_state AS state ON state.id = said.state_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = said.mechanism_id
 WHERE state_id = %(state)s AND withdrawn_on IS NULL AND search @@ %(query)s::tsquery
 ORDER BY ts_rank(search, %(query)s::tsquery) DESC, said.year DESC, said.id DESC LIMIT 12"""
# What is looked for beside a request: others that hold any of its words, those that hold most of them first.
SIMILAR = """
WITH asked AS MATERIALIZED (
  SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words
    FROM unnest(to_tsvector('simple', %(text)s)) WHERE length(lexeme) > 3)
SELECT other.*, state.*, ts_rank(search, asked.words) AS rank
  FROM asked, requests_staterequest AS other LEFT JOIN atlas_state AS state ON state.id = other.state_id
 WHERE search @@ asked.words AND other.id <> %(own)s
 ORDER BY rank DESC, other.id DESC LIMIT 6"""
MATRIX = """
WITH addressed AS (SELECT DISTINCT recommendation_id FROM requests_staterequest_recommendations)
SELECT said.state_id, meaning.subject, count(DISTINCT said.id),
       count(DISTINCT said.id) FILTER (WHERE addressed.recommendation_id IS NULL)
  FROM accountability_recommendation AS said
  CROSS JOIN LATERAL unnest(said.theme_ids) AS theme
  JOIN unnest(%(themes)s::bigint[], %(subjects)s::text[])
       AS meaning (theme, subject) ON meaning.theme = theme.theme
  LEFT JOIN addressed ON addressed.recommendation_id = said.id
 WHERE withdrawn_on IS NULL AND kind = 'recommendation'
 GROUP BY 1, 2"""


def questions() -> list[tuple[str, int, str]]:
    """Texts of thirty words to States, every other one with a subject, and the query each leads to."""
    random = Random(SEED)
    words, known = vocabulary(random)[3:], [one for one in subjects() if one.query]
    states = list(State.objects.filter(standing="member").values_list("pk", flat=True).order_by("pk"))
    asked = []
    for number in range(TEXTS):
        text = " ".join(random.sample(words, k=WORDS))
        subject = random.choice(known)
        if number % 2:
            text += f" {subject.names['en']}"
        asked.append((text, random.choice(states), _query(text)))
    return asked


def _query(text: str) -> str:
    """What the index is asked for: the subjects that the text is about, else its words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH asked AS (SELECT to_tsvector('english', %(text)s) AS words) SELECT coalesce("
            " (SELECT string_agg('(' || query::text || ')', ' | ') FROM matching_subject, asked"
            "   WHERE numnode(query) > 0 AND words @@ query),"
            " (SELECT string_agg(quote_literal(lexeme), ' | ') FROM asked, unnest(words)"
            "   WHERE length(lexeme) > 3))",
            {"text": text},
        )
        return cursor.fetchone()[0]


def ours(question: tuple[str, int, str]) -> Any:
    """As the page asks it."""
    text, state, _query = question
    return proposals(text, to=[state])


def raw(question: tuple[str, int, str]) -> Any:
    """The index alone."""
    _text, state, query = question
    with connection.cursor() as cursor:
        cursor.execute(BARE, {"state": state, "query": query})
        return cursor.fetchall()


def requests() -> list[StateRequest]:
    """Every fortieth request."""
    return [one for one in StateRequest.objects.order_by("pk") if not one.pk % 40]


def raw_similar(one: StateRequest) -> Any:
    """The index of the requests' words alone."""
    with connection.cursor() as cursor:
        cursor.execute(SIMILAR, {"text": f"{one.subject} {one.summary}", "own": one.pk})
        return cursor.fetchall()


def raw_matrix(_turn: int) -> Any:
    """The counts alone."""
    keys = {theme: one.group for theme, one in subjects_of_themes().items()}
    with connection.cursor() as cursor:
        cursor.execute(MATRIX, {"themes": list(keys), "subjects": list(keys.values())})
        return cursor.fetchall()


def prepare() -> None:
    """Themes that map onto subjects, twenty thousand links, and requests in the words of the index.

    The seeded portfolio knows fifty words only, so that each of its requests resembles every other. The
    database is a copy of its own.
    """
    labels = [one.labels[0] for one in subjects() if one.labels]
    # Requests that were decided stay as they are elsewhere; here they get other words.
    with pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute("SET techcoop.importing = 'accountability'")
        for place, theme in enumerate(Theme.objects.order_by("pk")):
            label = labels[place % len(labels)]
            Theme.objects.filter(pk=theme.pk).update(label=label, taxonomy=f"bench {place}")
        cursor.execute(
            "INSERT INTO requests_staterequest_recommendations (staterequest_id, recommendation_id)"
            " SELECT asked.id, said.id FROM (SELECT id, state_id, row_number() OVER () AS n"
            "  FROM accountability_recommendation) AS said"
            " JOIN LATERAL (SELECT id FROM requests_staterequest AS asked"
            "  WHERE asked.state_id = said.state_id ORDER BY id LIMIT 1) AS asked ON true"
            " WHERE mod(said.n, 15) = 0 LIMIT 20000 ON CONFLICT DO NOTHING"
        )
        cursor.execute(
            "UPDATE requests_staterequest AS asked SET subject = left(said.text, 60), summary = said.text"
            " FROM (SELECT texts ->> 'en' AS text, row_number() OVER (ORDER BY id) AS n"
            "  FROM accountability_recommendation) AS said WHERE said.n = asked.id"
        )
        cursor.execute("ANALYZE")


def main() -> None:
    """The matcher and the matrix, each in turns with the bare way, as one JSON."""
    prepare()
    officer = User.objects.get(email="officer@bench.invalid")
    found = in_turns(ours, raw, questions(), rounds=2)
    counted = in_turns(lambda _turn: unaddressed.matrix(officer), raw_matrix, range(3), rounds=3)
    alike = in_turns(lambda one: similar_to(one, officer, on=localdate()), raw_similar, requests(), rounds=2)
    measures = {"matcher": found, "similar requests": alike, "matrix": counted}
    print(json.dumps({name: pair.figures() for name, pair in measures.items()}))
