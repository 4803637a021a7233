"""Pages of requests."""

from techcoop.requests.views.deciding import decide, formulate, screen, withdraw
from techcoop.requests.views.files import assign, attach, request_file
from techcoop.requests.views.linking import link, recommendations, unlink
from techcoop.requests.views.lists import requests
from techcoop.requests.views.receiving import acknowledge, acknowledgement, new, register, revise

__all__ = [
    "acknowledge",
    "acknowledgement",
    "assign",
    "attach",
    "decide",
    "formulate",
    "link",
    "new",
    "recommendations",
    "register",
    "request_file",
    "requests",
    "revise",
    "screen",
    "unlink",
    "withdraw",
]
