"""Questions about requests: where each stands, since when, whose turn it is, and what surrounds it."""

from techcoop.requests.queries.counts import StatusCount, counts_by_status
from techcoop.requests.queries.drafts import MOST_DRAFTS, draft_of, drafts_for, saved_last, typed_in
from techcoop.requests.queries.files import RequestFile, file_of
from techcoop.requests.queries.letters import (
    letters_of,
    templates_for,
    templates_in_effect,
    versions_of,
)
from techcoop.requests.queries.lists import (
    MOST_OFFERED,
    answerable,
    for_state,
    officers_for,
    officers_with_requests,
    proposed_for,
    requesters_for,
    rows_for,
    states_offered,
    visible_to,
)
from techcoop.requests.queries.screening import verdicts_of
from techcoop.requests.queries.stages import Stage, stages, targets
from techcoop.requests.queries.surroundings import Surroundings, has_paper, surroundings
from techcoop.requests.queries.turns import Turn, turn_of
from techcoop.requests.queries.waiting import waiting_for

__all__ = [
    "MOST_DRAFTS",
    "MOST_OFFERED",
    "RequestFile",
    "Stage",
    "StatusCount",
    "Surroundings",
    "Turn",
    "answerable",
    "counts_by_status",
    "draft_of",
    "drafts_for",
    "file_of",
    "for_state",
    "has_paper",
    "letters_of",
    "officers_for",
    "officers_with_requests",
    "proposed_for",
    "requesters_for",
    "rows_for",
    "saved_last",
    "stages",
    "states_offered",
    "surroundings",
    "targets",
    "templates_for",
    "templates_in_effect",
    "turn_of",
    "verdicts_of",
    "versions_of",
    "typed_in",
    "visible_to",
    "waiting_for",
]
