"""The record of acts, what the database itself keeps of every row, and what it holds records to."""

from techcoop.journal.models.entries import Entry, Series
from techcoop.journal.models.rows import keeps_row_history
from techcoop.journal.models.rules import a_part_stays, importing, lives_by, stays_as_it_was

__all__ = [
    "Entry",
    "Series",
    "a_part_stays",
    "importing",
    "keeps_row_history",
    "lives_by",
    "stays_as_it_was",
]
