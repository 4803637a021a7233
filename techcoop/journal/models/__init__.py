"""The record of acts, what the database itself keeps of every row, and what it holds records to."""

from techcoop.journal.models.entries import Entry, Series
from techcoop.journal.models.rows import keeps_row_history, ties
from techcoop.journal.models.rules import (
    Stays,
    a_part_stays,
    importing,
    lives_by,
    stays_as_it_was,
    stays_for_good,
)

__all__ = [
    "Entry",
    "Series",
    "Stays",
    "a_part_stays",
    "importing",
    "keeps_row_history",
    "lives_by",
    "stays_as_it_was",
    "stays_for_good",
    "ties",
]
