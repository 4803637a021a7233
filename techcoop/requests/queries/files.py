"""The file of a request: everything that its page shows."""

from dataclasses import dataclass
from datetime import datetime

from techcoop.accountability.models import Recommendation
from techcoop.documents.models import Document
from techcoop.documents.policies import cleared_classes
from techcoop.documents.queries import papers_of
from techcoop.journal.models import Entry
from techcoop.journal.queries import history
from techcoop.people.models import User
from techcoop.requests.models import SentLetter, StateRequest
from techcoop.requests.queries.letters import letters_of
from techcoop.requests.queries.stages import Stage, stages, targets
from techcoop.requests.queries.surroundings import others_of
from techcoop.requests.queries.turns import Turn, turn_of

MOST_SHOWN = 50


@dataclass(frozen=True)
class RequestFile:
    """A request with its clock, papers, recommendations, history and neighbours."""

    state_request: StateRequest
    turn: Turn
    stages: list[Stage]
    papers: list[Document]
    letters: list[SentLetter]
    recommendations: list[Recommendation]
    others: list[StateRequest]
    history: list[Entry]


def file_of(state_request: StateRequest, *, reader: User, now: datetime) -> RequestFile:
    """The file as this reader may see it; seven queries, whatever it holds."""
    target_days = targets(now.date())
    entries = list(history(state_request))
    others = others_of(state_request).visible_to(reader).select_related("state", "organization")
    letters = list(letters_of(state_request))
    sent = {one.document_id for one in letters}
    papers = papers_of(state_request, cleared_classes(reader, state_request))
    linked = state_request.recommendations.select_related("mechanism").defer("search")
    return RequestFile(
        state_request=state_request,
        turn=turn_of(state_request, target_days=target_days, now=now),
        stages=stages(entries, target_days=target_days, now=now),
        papers=[one for one in papers if one.pk not in sent],
        letters=letters,
        recommendations=list(linked[:MOST_SHOWN]),
        others=list(others.defer("search", "summary")[:10]),
        history=entries,
    )
