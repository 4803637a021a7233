"""Questions about projects."""

from techcoop.projects.queries.desks import officers_for
from techcoop.projects.queries.document import (
    Document,
    addressed_by,
    came_of,
    code_prefix,
    document_of,
    for_recommendation,
    for_request,
    for_state,
    proposed_for,
    reaching_state,
    recommendations_to,
    to_address,
    visible_to,
)
from techcoop.projects.queries.members import (
    Member,
    held_at_the_same_time,
    members_of,
    memberships_of,
    memberships_visible_to,
)
from techcoop.projects.queries.portfolio import rows, suggested
from techcoop.projects.queries.proposed import TakenOver, proposals_of, served_by, taken_over
from techcoop.projects.queries.waiting import waiting_for, waits_for
from techcoop.projects.queries.words import doubtful_in
from techcoop.projects.queries.yearly import projects_without_their_year

__all__ = [
    "doubtful_in",
    "projects_without_their_year",
    "proposed_for",
    "Document",
    "Member",
    "TakenOver",
    "proposals_of",
    "served_by",
    "taken_over",
    "came_of",
    "code_prefix",
    "addressed_by",
    "document_of",
    "for_recommendation",
    "for_request",
    "for_state",
    "held_at_the_same_time",
    "members_of",
    "memberships_of",
    "memberships_visible_to",
    "officers_for",
    "reaching_state",
    "recommendations_to",
    "rows",
    "suggested",
    "to_address",
    "visible_to",
    "waiting_for",
    "waits_for",
]
