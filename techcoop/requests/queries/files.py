"""The file of a request: everything that its page shows."""

from dataclasses import dataclass
from datetime import datetime

from techcoop.documents.policies import cleared_classes, closed_papers
from techcoop.documents.queries import Line, lines_of
from techcoop.journal.queries import Told, told
from techcoop.people.models import User
from techcoop.requests.models import StateRequest
from techcoop.requests.queries.lines import Answered, LetterLine, RequestLine, answered, letters, neighbours
from techcoop.requests.queries.stages import Stage, Targets, stages
from techcoop.requests.queries.turns import Turn, turn_of
from techcoop.requests.queries.what_came import what_came_of


@dataclass(frozen=True)
class RequestFile:
    """A request with its clock, papers, recommendations, history and neighbours."""

    state_request: StateRequest
    turn: Turn
    stages: list[Stage]
    papers: list[Line]
    closed_papers: int
    letters: list[LetterLine]
    recommendations: list[Answered]
    others: list[RequestLine]
    history: list[Told]


def file_of(state_request: StateRequest, *, reader: User, now: datetime) -> RequestFile:
    """The file as this reader may see it; seven queries, whatever it holds."""
    targets_then = Targets()
    target_days = targets_then.on(now.date())
    entries = told(state_request)
    sent = letters(state_request)
    papers_sent = {one.document_id for one in sent}
    return RequestFile(
        state_request=state_request,
        turn=turn_of(state_request, target_days=target_days, now=now, came=what_came_of(state_request)),
        stages=stages(entries, targets_then=targets_then, now=now),
        papers=[
            one
            for one in lines_of(state_request, cleared_classes(reader, state_request))
            if one.pk not in papers_sent
        ],
        closed_papers=closed_papers(reader, state_request),
        letters=sent,
        recommendations=answered(state_request),
        others=neighbours(state_request),
        history=entries,
    )
