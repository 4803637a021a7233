"""What came of a request, told by the later stages; the request itself knows none of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import RequestStatus
from techcoop.web.writing import listed


@dataclass(frozen=True)
class CameOfIt:
    """A project that stands on a request and is past its draft; it is under way, or was."""

    code: str
    is_under_way: bool


KNOWN = "what_came_of_it"  # where a request that was read keeps it, as it keeps what else was read of it
_tellers: list[Callable[[StateRequest], Iterable[CameOfIt]]] = []


def tells_what_came(teller: Callable[[StateRequest], Iterable[CameOfIt]]) -> None:
    """Let a later stage tell what came of requests; called once, at start-up."""
    _tellers.append(teller)


def what_came_of(state_request: StateRequest) -> Sequence[CameOfIt]:
    """What stands on a request; asked only where something can, and once for each request that was read."""
    if state_request.status != RequestStatus.FORMULATION:
        return ()
    if KNOWN not in state_request.__dict__:
        state_request.__dict__[KNOWN] = [one for teller in _tellers for one in teller(state_request)]
    found: Sequence[CameOfIt] = state_request.__dict__[KNOWN]
    return found


def why_not_withdrawn(state_request: StateRequest) -> str:
    """Why a request is taken back no more: what a project stands on stays."""
    codes = [one.code for one in what_came_of(state_request)]
    if not codes:
        return ""
    return _("A project stands on it and is past its draft: %(projects)s.") % {"projects": listed(codes)}
