"""What people do with requests: the verbs of the procedure, and what goes into the file."""

from techcoop.requests.actions.deciding import (
    Said,
    accept,
    accept_in_part,
    decide,
    decline,
    formulate,
    redirect,
    screen,
    withdraw,
)
from techcoop.requests.actions.filing import assign, attach, link_recommendation, unlink_recommendation
from techcoop.requests.actions.letters import TemplateText, issue_template, send_again
from techcoop.requests.actions.receiving import Facts, acknowledge, receive, register, revise

__all__ = [
    "Facts",
    "Said",
    "TemplateText",
    "accept",
    "accept_in_part",
    "acknowledge",
    "assign",
    "attach",
    "decide",
    "decline",
    "formulate",
    "issue_template",
    "link_recommendation",
    "receive",
    "redirect",
    "register",
    "revise",
    "screen",
    "send_again",
    "unlink_recommendation",
    "withdraw",
]
