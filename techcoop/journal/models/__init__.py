"""The record of acts, and what the database itself keeps of every row."""

from techcoop.journal.models.entries import Entry, Series
from techcoop.journal.models.rows import follows_the_table, keeps_row_history

__all__ = ["Entry", "Series", "follows_the_table", "keeps_row_history"]
