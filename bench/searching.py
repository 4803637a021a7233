"""Search against the raw limit: run as a process of its own on three hundred thousand recommendations."""

import json
from random import Random
from typing import Any

from django.db import connection

from bench.index_file import SEED, vocabulary
from bench.timing import in_turns, share
from techcoop.accountability import queries
from techcoop.accountability.models import Mechanism, Recommendation
from techcoop.atlas.models import State

MANY = 300
SIZE = 25
COMMON = 400
BARE = """
WITH newest AS MATERIALIZED (
  SELECT id, search, year FROM accountability_recommendation
   WHERE search @@ ({words}) AND withdrawn_on IS NULL {narrowed}
   ORDER BY year DESC NULLS LAST, id DESC LIMIT {most}),
best AS (
  SELECT id, ts_rank(search, ({words})) AS rank, year, count(*) OVER () AS total FROM newest
   ORDER BY rank DESC, year DESC NULLS LAST, id DESC LIMIT {size})
SELECT best.total, said.id, texts ->> 'en', state.names ->> 'en', mechanism.names ->> 'en', said.year,
       upr_cycle, upr_position, symbol, paragraph
  FROM best JOIN accountability_recommendation AS said USING (id)
  JOIN atlas_state AS state ON state.id = said.state_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = said.mechanism_id
 ORDER BY best.rank DESC, best.year DESC NULLS LAST, best.id DESC"""


def asked() -> list[tuple[list[str], int | None, int | None]]:
    """Three hundred questions: one to three words, half to a State, a third to a mechanism."""
    random = Random(SEED)
    words = vocabulary(random)[3:COMMON]
    states = list(State.objects.filter(standing="member").values_list("pk", flat=True).order_by("pk"))
    mechanisms = list(Mechanism.objects.filter(code__in=("UPR", "CEDAW", "CRC")).values_list("pk", flat=True))
    return [
        (
            random.sample(words, k=1 + number % 3),
            random.choice(states) if number % 2 else None,
            random.choice(mechanisms) if random.random() < 1 / 3 else None,
        )
        for number in range(MANY)
    ]


def ours(question: tuple[list[str], int | None, int | None]) -> Any:
    """As the page asks it."""
    words, state, mechanism = question
    rows = Recommendation.objects.defer("search").filter(withdrawn_on=None)
    rows = rows.filter(state_id=state) if state else rows
    rows = rows.filter(mechanism_id=mechanism) if mechanism else rows
    return queries.ranked(rows, " ".join(words), start=0, size=SIZE, of_one_state=bool(state))


def raw(question: tuple[list[str], int | None, int | None]) -> Any:
    """The same question in bare SQL."""
    words, state, mechanism = question
    narrowed = (" AND state_id = %s" if state else "") + (" AND mechanism_id = %s" if mechanism else "")
    query = BARE.format(
        words=" && ".join("phraseto_tsquery('english', %s)" for _word in words),
        narrowed=narrowed,
        most=queries.MOST_RANKED + 1,
        size=SIZE,
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [*words, *filter(None, (state, mechanism)), *words])
        return cursor.fetchall()


def main() -> None:
    """Both ways in turns, as one JSON; both must find the same."""
    questions = asked()
    for question in questions:
        found = [one.pk for one in ours(question).rows]
        assert found == [row[1] for row in raw(question)], question
    pair = in_turns(ours, raw, questions, rounds=3)
    answer = {"p95_ms": share(pair.ours, 95), "p95_work_ms": share(pair.ours_at_work, 95)}
    answer["ratio_of_sums"] = sum(pair.ours) / sum(pair.raw)
    print(json.dumps({**pair.figures(), **answer}))
