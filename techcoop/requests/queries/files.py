"""The file of a request: everything that its page shows."""

from dataclasses import dataclass
from datetime import datetime

from techcoop.documents.policies import cleared_classes
from techcoop.documents.queries import Line, lines_of
from techcoop.journal.queries import Told, told
from techcoop.people.models import User
from techcoop.requests.models import SentLetter, StateRequest
from techcoop.requests.queries.letters import letters_of
from techcoop.requests.queries.lines import Answered, Neighbour, answered, neighbours
from techcoop.requests.queries.stages import Stage, stages, targets
from techcoop.requests.queries.turns import Turn, turn_of


@dataclass(frozen=True)
class RequestFile:
    """A request with its clock, papers, recommendations, history and neighbours."""

    state_request: StateRequest
    turn: Turn
    stages: list[Stage]
    papers: list[Line]
    letters: list[SentLetter]
    recommendations: list[Answered]
    others: list[Neighbour]
    history: list[Told]


def file_of(state_request: StateRequest, *, reader: User, now: datetime) -> RequestFile:
    """The file as this reader may see it; seven queries, whatever it holds."""
    target_days = targets(now.date())
    entries = told(state_request)
    letters = list(letters_of(state_request))
    sent = {one.document_id for one in letters}
    return RequestFile(
        state_request=state_request,
        turn=turn_of(state_request, target_days=target_days, now=now),
        stages=stages(entries, target_days=target_days, now=now),
        papers=[
            one
            for one in lines_of(state_request, cleared_classes(reader, state_request))
            if one.pk not in sent
        ],
        letters=letters,
        recommendations=answered(state_request),
        others=neighbours(state_request),
        history=entries,
    )
