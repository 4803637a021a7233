"""What goes out on paper: letters to requesters, and sheets for work inside the programme."""

from techcoop.requests.notices.letters import (
    Wording,
    as_it_was_sent,
    as_paper,
    drafted,
    imagined,
    in_paragraphs,
    language_of,
    letter,
    say_in,
    worded,
)
from techcoop.requests.notices.sheets import screening_sheet

__all__ = [
    "Wording",
    "as_it_was_sent",
    "as_paper",
    "drafted",
    "imagined",
    "in_paragraphs",
    "language_of",
    "letter",
    "say_in",
    "screening_sheet",
    "worded",
]
