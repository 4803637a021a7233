"""What people do with requests: the verbs of the procedure, and what goes into the file."""

from techcoop.requests.actions.deciding import (
    accept,
    accept_in_part,
    decline,
    formulate,
    redirect,
    screen,
    withdraw,
)
from techcoop.requests.actions.filing import assign, attach, link_recommendation, unlink_recommendation
from techcoop.requests.actions.receiving import Facts, acknowledge, receive, register, revise

__all__ = [
    "Facts",
    "accept",
    "accept_in_part",
    "acknowledge",
    "assign",
    "attach",
    "decline",
    "formulate",
    "link_recommendation",
    "receive",
    "redirect",
    "register",
    "revise",
    "screen",
    "unlink_recommendation",
    "withdraw",
]
