"""What the United Nations' own mechanisms say; only importers from those sources write here."""

from techcoop.accountability.models.comments import CommentParagraph, GeneralComment
from techcoop.accountability.models.facts import (
    DICTIONARIES,
    NEWEST_FIRST,
    Instrument,
    Mechanism,
    MechanismKind,
    Position,
    Recommendation,
    RecommendationKind,
    Theme,
    TreatyStanding,
    TreatyStatus,
    only_importers_write,
    shortened,
    words_in_every_language,
)

__all__ = [
    "DICTIONARIES",
    "NEWEST_FIRST",
    "CommentParagraph",
    "GeneralComment",
    "Instrument",
    "Mechanism",
    "MechanismKind",
    "Position",
    "Recommendation",
    "RecommendationKind",
    "Theme",
    "TreatyStanding",
    "TreatyStatus",
    "only_importers_write",
    "shortened",
    "words_in_every_language",
]
