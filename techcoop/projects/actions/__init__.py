"""What people do with projects."""

from techcoop.projects.actions.assigning import assign
from techcoop.projects.actions.drafting import Particulars, Structure, address, draft, explain, revise
from techcoop.projects.actions.members import end_role, give_role
from techcoop.projects.actions.procedure import (
    approve,
    attach,
    cancel,
    close,
    complete,
    resume,
    start,
    suspend,
    terminate,
)
from techcoop.projects.actions.proposing import draft_proposed
from techcoop.projects.actions.strengthening import tell_outcomes
from techcoop.projects.actions.yearly import keep_the_year

__all__ = [
    "Particulars",
    "Structure",
    "address",
    "approve",
    "assign",
    "attach",
    "cancel",
    "close",
    "complete",
    "draft",
    "draft_proposed",
    "end_role",
    "explain",
    "give_role",
    "keep_the_year",
    "resume",
    "revise",
    "start",
    "suspend",
    "tell_outcomes",
    "terminate",
]
