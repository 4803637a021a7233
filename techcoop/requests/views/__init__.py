"""Pages of requests."""

from techcoop.requests.views.beside import similar
from techcoop.requests.views.clock import clock
from techcoop.requests.views.corresponding import answer, file_message, write
from techcoop.requests.views.deciding import decide, formulate, screen, withdraw
from techcoop.requests.views.drafting import ask, draft, endorse, set_aside
from techcoop.requests.views.files import assign, attach, request_file
from techcoop.requests.views.handovers import desks, hand_over, handover, handover_paper
from techcoop.requests.views.letters import letter
from techcoop.requests.views.linking import link, recommendations, reconsider, refuse, unlink
from techcoop.requests.views.lists import requests
from techcoop.requests.views.mailing import take_in
from techcoop.requests.views.receiving import acknowledge, new, register, revise
from techcoop.requests.views.screening import screening, screening_paper
from techcoop.requests.views.templates import template, templates
from techcoop.requests.views.together import assign_together, bring_to_mind

__all__ = [
    "acknowledge",
    "answer",
    "ask",
    "assign",
    "assign_together",
    "bring_to_mind",
    "attach",
    "clock",
    "decide",
    "draft",
    "endorse",
    "file_message",
    "formulate",
    "desks",
    "hand_over",
    "handover",
    "handover_paper",
    "letter",
    "link",
    "new",
    "recommendations",
    "reconsider",
    "refuse",
    "register",
    "request_file",
    "requests",
    "revise",
    "screen",
    "screening",
    "screening_paper",
    "similar",
    "take_in",
    "template",
    "templates",
    "set_aside",
    "unlink",
    "withdraw",
    "write",
]
