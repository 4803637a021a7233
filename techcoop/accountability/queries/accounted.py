"""For what several States account, counted in one question."""

from collections.abc import Collection
from typing import NamedTuple

from techcoop.web.rows import rows_of

COUNTED = """
SELECT (SELECT count(*) FROM accountability_treatystatus WHERE state_id = ANY(%(states)s)),
       (SELECT count(*) FROM accountability_duereport
         WHERE state_id = ANY(%(states)s) AND status = 'overdue'),
       (SELECT count(*) FROM accountability_duereport
         WHERE state_id = ANY(%(states)s) AND status = 'not_known'),
       (SELECT count(*) FROM accountability_visit
         WHERE state_id = ANY(%(states)s) AND status IN ('requested', 'accepted', 'postponed')),
       (SELECT count(*) FROM accountability_visit WHERE state_id = ANY(%(states)s) AND status = 'refused'),
       (SELECT count(*) FROM accountability_periodicreview WHERE state_id = ANY(%(states)s)),
       (SELECT max(cycle) FROM accountability_periodicreview WHERE state_id = ANY(%(states)s))"""


class Accounted(NamedTuple):
    """How many standings, reports overdue or not known, visits and periodic reviews are on record."""

    standings: int
    overdue: int
    not_known: int
    visits_open: int
    visits_refused: int
    reviews: int
    last_cycle: int | None


def accounted(state_ids: Collection[int]) -> Accounted:
    """The same of these States together; one question."""
    return rows_of(Accounted, COUNTED, states=list(state_ids))[0]
