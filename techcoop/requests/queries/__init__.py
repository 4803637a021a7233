"""Questions about requests: where each stands, since when, whose turn it is, and what surrounds it."""

from techcoop.requests.queries.clock import Lateness, StageTime, lateness, past_their_day, stage_times
from techcoop.requests.queries.counts import StatusCount, counts_by_status
from techcoop.requests.queries.drafts import (
    MOST_DRAFTS,
    draft_of,
    draft_under,
    drafts_for,
    requester_of_sender,
    saved_last,
    typed_in,
    way_of,
)
from techcoop.requests.queries.files import RequestFile, file_of
from techcoop.requests.queries.handovers import (
    OpenItem,
    as_lines,
    desks_seen_by,
    handovers_seen_by,
    having_a_desk,
    items_beside,
    items_of,
    open_items,
    open_with,
)
from techcoop.requests.queries.letters import (
    letters_of,
    templates_for,
    templates_in_effect,
    versions_of,
)
from techcoop.requests.queries.lines import RequestLine
from techcoop.requests.queries.lists import (
    MOST_OFFERED,
    answerable,
    focal_points_of,
    for_state,
    officers_for,
    officers_who_screen,
    officers_with_requests,
    proposed_for,
    requesters_for,
    rows_for,
    states_offered,
    visible_to,
)
from techcoop.requests.queries.messages import unanswered, waits_for_an_answer
from techcoop.requests.queries.reminders import (
    coordinators_of_requests,
    days_of_reminders,
    people_to_remind,
    reminders_due,
    reminders_for,
    reminders_of,
)
from techcoop.requests.queries.screening import verdicts_of
from techcoop.requests.queries.similar import Similar, similar_to
from techcoop.requests.queries.stages import Stage, Targets, stages, targets
from techcoop.requests.queries.surroundings import Surroundings, gaps_of, has_paper, surroundings
from techcoop.requests.queries.turns import Turn, turn_of
from techcoop.requests.queries.waiting import waiting_for
from techcoop.requests.queries.what_came import (
    CameOfIt,
    tells_what_came,
    what_came_of,
    why_not_withdrawn,
)
from techcoop.requests.queries.what_else import Pile, beyond, lies_on_a_desk, new_on_a_desk, piles_with

__all__ = [
    "CameOfIt",
    "tells_what_came",
    "what_came_of",
    "why_not_withdrawn",
    "MOST_DRAFTS",
    "Lateness",
    "MOST_OFFERED",
    "OpenItem",
    "RequestFile",
    "RequestLine",
    "Similar",
    "Stage",
    "StageTime",
    "StatusCount",
    "Surroundings",
    "Targets",
    "Turn",
    "answerable",
    "as_lines",
    "desks_seen_by",
    "coordinators_of_requests",
    "counts_by_status",
    "draft_of",
    "draft_under",
    "drafts_for",
    "days_of_reminders",
    "file_of",
    "focal_points_of",
    "for_state",
    "gaps_of",
    "Pile",
    "beyond",
    "handovers_seen_by",
    "having_a_desk",
    "items_beside",
    "lies_on_a_desk",
    "new_on_a_desk",
    "piles_with",
    "has_paper",
    "items_of",
    "lateness",
    "letters_of",
    "officers_for",
    "officers_who_screen",
    "open_items",
    "open_with",
    "officers_with_requests",
    "past_their_day",
    "people_to_remind",
    "reminders_due",
    "reminders_for",
    "reminders_of",
    "proposed_for",
    "requesters_for",
    "rows_for",
    "saved_last",
    "similar_to",
    "stage_times",
    "stages",
    "requester_of_sender",
    "states_offered",
    "surroundings",
    "targets",
    "templates_for",
    "templates_in_effect",
    "turn_of",
    "verdicts_of",
    "versions_of",
    "typed_in",
    "unanswered",
    "visible_to",
    "waiting_for",
    "waits_for_an_answer",
    "way_of",
]
