"""Questions about proposals: what serves a text, what resembles a recommendation, which themes meet where."""

from techcoop.matching.queries.judgements import Judged, judged_for, record_of_the_matcher
from techcoop.matching.queries.proposing import MOST_PROPOSED, Proposal, proposals
from techcoop.matching.queries.subjects import (
    concerning,
    gathered,
    placements,
    subjects,
    subjects_of_themes,
    taxonomies,
    themes_by_subject,
    themes_without_subject,
)

__all__ = [
    "MOST_PROPOSED",
    "Judged",
    "Proposal",
    "concerning",
    "gathered",
    "judged_for",
    "placements",
    "proposals",
    "record_of_the_matcher",
    "subjects",
    "subjects_of_themes",
    "taxonomies",
    "themes_by_subject",
    "themes_without_subject",
]
