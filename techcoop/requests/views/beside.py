"""What stands beside a request for those who weigh it: similar requests, and what later stages know."""

from datetime import datetime
from typing import Any

from techcoop.people.models import User
from techcoop.requests import queries
from techcoop.requests.models import StateRequest
from techcoop.web.panels import panels_beside


def beside(state_request: StateRequest, user: User, *, now: datetime) -> dict[str, Any]:
    """The same on every page on which somebody weighs or decides."""
    return {
        "similar": queries.similar_to(state_request, user, on=now.date()),
        "panels": panels_beside(state_request, user),
    }
