"""What people do with assessments of needs."""

from techcoop.assessments.actions.assigning import assign
from techcoop.assessments.actions.procedure import Content, Terms, begin, commission, draft, revise, weigh
from techcoop.assessments.actions.rows import add_row, change_row, remove_row
from techcoop.assessments.actions.scoring import name_assessors, score
from techcoop.assessments.actions.signing import NOT_CLEARED, approve, clear, send_back, supersede, validate
from techcoop.assessments.actions.weighing import (
    Testimony,
    Weighing,
    read_consultation,
    trace_need,
    weigh_input,
)

__all__ = [
    "NOT_CLEARED",
    "Content",
    "Terms",
    "Testimony",
    "Weighing",
    "add_row",
    "approve",
    "assign",
    "begin",
    "change_row",
    "clear",
    "commission",
    "draft",
    "name_assessors",
    "read_consultation",
    "remove_row",
    "revise",
    "score",
    "send_back",
    "supersede",
    "trace_need",
    "validate",
    "weigh",
    "weigh_input",
]
