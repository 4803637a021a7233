"""What is kept of requests: nothing in the programme begins without one."""

from techcoop.requests.models.requests import (
    Channel,
    StateRequest,
    StateRequestQuerySet,
    Urgency,
    words_of_the_request,
)

__all__ = ["Channel", "StateRequest", "StateRequestQuerySet", "Urgency", "words_of_the_request"]
