"""Questions about assessments of needs; none of them opens who was heard."""

from techcoop.assessments.queries.comparing import Comparison, compare
from techcoop.assessments.queries.contents import Contents, contents_of
from techcoop.assessments.queries.gate import Missing, Section, missing_in, sections_of
from techcoop.assessments.queries.heard import Balance, Heard, balance_of, heard_for
from techcoop.assessments.queries.lists import (
    approved_for,
    for_recommendation,
    for_request,
    for_state,
    has_voice_beside_government,
    officers_for,
    others_beside,
    replaced_by,
    rows,
    successors_of,
    visible_to,
    waiting_for,
    waits_for,
)
from techcoop.assessments.queries.outset import (
    Outset,
    outset_of,
    proposed_for,
    proposed_for_need,
    recommendations_to,
    to_weigh,
)
from techcoop.assessments.queries.risks import with_grave_risks
from techcoop.assessments.queries.tables import KINDS, Sheet, sheet_of
from techcoop.assessments.queries.words import doubtful_in

__all__ = [
    "doubtful_in",
    "proposed_for",
    "proposed_for_need",
    "KINDS",
    "Balance",
    "Comparison",
    "Contents",
    "Heard",
    "Missing",
    "Outset",
    "Section",
    "Sheet",
    "approved_for",
    "balance_of",
    "compare",
    "contents_of",
    "for_recommendation",
    "for_request",
    "for_state",
    "has_voice_beside_government",
    "heard_for",
    "missing_in",
    "officers_for",
    "others_beside",
    "outset_of",
    "recommendations_to",
    "replaced_by",
    "rows",
    "sections_of",
    "sheet_of",
    "successors_of",
    "to_weigh",
    "visible_to",
    "waiting_for",
    "waits_for",
    "with_grave_risks",
]
