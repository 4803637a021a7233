"""Which recommendations a text serves: subjects of any language first, then words that both hold.

A subject is asked of both sides by the same phrases, so that a request in French meets a recommendation in
English. A subject that few recommendations to the State hold says more than one that all of them hold.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection
from django.db.models import Model

from techcoop.accountability.models import DICTIONARIES, Recommendation
from techcoop.matching.models import Subject

MOST_PROPOSED = 12
MOST_WEIGHED = 48  # so many of the best are looked at closely, and the surest of them are proposed
MOST_READ = 6_000  # so much of a text is looked at, in characters
# What makes the system sure, in parts of one hundred: how much of the recommendation the text is about,
# how much of the text the recommendation is about, and how many words both hold.
OF_THE_RECOMMENDATION, OF_THE_TEXT, OF_WORDS = 60, 25, 15

ALL_DICTIONARIES = " || ".join(f"to_tsvector('{one}', %(text)s)" for one in DICTIONARIES.values())
ASKED = f"""
    WITH asked AS MATERIALIZED (SELECT {ALL_DICTIONARIES} AS words
    ), own AS MATERIALIZED (
        SELECT lexeme, min(lower(token)) AS word
          FROM ts_parse('default', %(text)s), unnest(to_tsvector(%(dictionary)s::regconfig, token))
         WHERE lexeme ~ '^[[:alpha:]]{{4,}}$' GROUP BY lexeme
    ), own_words AS MATERIALIZED (
        SELECT count(*) AS number, string_agg(quote_literal(lexeme), ' | ')::tsquery AS query FROM own
    ), subjects AS MATERIALIZED (
        SELECT subject.id, subject.query FROM matching_subject AS subject, asked
         WHERE numnode(subject.query) > 0 AND asked.words @@ subject.query
    ), signals AS MATERIALIZED (
        SELECT CASE WHEN EXISTS (SELECT FROM subjects)
               THEN (SELECT string_agg('(' || query::text || ')', ' | ')::tsquery FROM subjects)
               ELSE (SELECT query FROM own_words) END AS query
    )"""
PROPOSED = f"""
    {ASKED}, candidates AS MATERIALIZED (
        SELECT one.id, one.search, one.year, ts_rank(one.search, own_words.query) AS rank
          FROM accountability_recommendation AS one, own_words, signals
         WHERE one.state_id = ANY(%(states)s) AND one.withdrawn_on IS NULL AND one.search @@ signals.query
           AND one.id <> ALL(%(without)s)
           AND NOT EXISTS (SELECT FROM matching_judgement AS judged
                            WHERE judged.recommendation_id = one.id AND judged.thing_kind = %(kind)s
                              AND judged.thing_id = %(thing)s)
    ), hits AS MATERIALIZED (
        SELECT candidates.id, subjects.id AS subject,
               ln(1 + (SELECT count(*) FROM candidates)::float
                      / count(*) OVER (PARTITION BY subjects.id)) AS weight
          FROM candidates JOIN subjects ON candidates.search @@ subjects.query
    ), best AS MATERIALIZED (
        SELECT candidates.*, coalesce(found.weight, 0) AS weight, coalesce(found.keys, '{{}}') AS keys
          FROM candidates LEFT JOIN (
                SELECT id, sum(weight) AS weight, array_agg(subject ORDER BY weight DESC, subject) AS keys
                  FROM hits GROUP BY id) AS found USING (id)
         ORDER BY found.weight DESC NULLS LAST, candidates.rank DESC NULLS LAST, year DESC, id DESC
         LIMIT {MOST_WEIGHED}
    ), weighed AS (
        SELECT best.id, best.year, best.keys, coalesce(shared.words, '{{}}') AS words,
               cardinality(best.keys)::float
                   / greatest(1, (SELECT count(*) FROM matching_subject AS every
                                   WHERE numnode(every.query) > 0 AND best.search @@ every.query)) AS covered,
               best.weight / coalesce(
                   (SELECT sum(weight) FROM (SELECT DISTINCT subject, weight FROM hits) AS each), 1) AS share,
               least(1, coalesce(cardinality(shared.words), 0)
                            / greatest(1, least({MOST_PROPOSED}, own_words.number))::float) AS words_share
          FROM best CROSS JOIN own_words LEFT JOIN LATERAL (
                SELECT array_agg(own.word ORDER BY own.word) AS words
                  FROM unnest(best.search) JOIN own USING (lexeme)) AS shared ON true
    )
    SELECT id, keys, words,
           round({OF_THE_RECOMMENDATION} * covered + {OF_THE_TEXT} * share + {OF_WORDS} * words_share)::int
      FROM weighed ORDER BY 4 DESC, year DESC, id DESC LIMIT {MOST_PROPOSED}"""


@dataclass(frozen=True)
class Proposal:
    """A recommendation that a text may serve: how sure the system is, and by what it came to this."""

    recommendation: Recommendation
    confidence: int
    subjects: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What both sides hold: subjects in the reader's words, then words of the text."""
        return (*self.subjects, *self.words)


def proposals(
    text: str,
    *,
    to: Collection[int],
    language: str = "en",
    about: Model | None = None,
    without: Collection[int] = (),
) -> list[Proposal]:
    """Recommendations to these States that the text may serve, the surest first; three queries.

    What was judged already for the thing that the text is about, and what is named in `without`, is left out.
    """
    asked = {
        "text": text.replace("\0", " ")[:MOST_READ],
        "dictionary": DICTIONARIES.get(language, "english"),
        "states": list(to),
        "without": list(without),
        "kind": about._meta.label_lower if about else "",
        "thing": about.pk if about else 0,
    }
    with connection.cursor() as cursor:
        cursor.execute(PROPOSED, asked)
        found = cursor.fetchall()
    rows = Recommendation.objects.select_related("mechanism", "state").defer("search")
    there = rows.in_bulk([row[0] for row in found])
    named = Subject.objects.only("names").in_bulk({key for row in found for key in row[1]})
    return [
        Proposal(there[one], confidence, tuple(str(named[key]) for key in keys), tuple(words))
        for one, keys, words, confidence in found
    ]
