"""The file of a request: everything that its page shows."""

from dataclasses import dataclass
from datetime import datetime

from techcoop.accountability.models import Recommendation
from techcoop.documents.models import Document
from techcoop.documents.policies import cleared_classes
from techcoop.documents.queries import papers_of
from techcoop.journal.queries import Told, told
from techcoop.people.models import User
from techcoop.requests.models import SentLetter, StateRequest
from techcoop.requests.queries.letters import letters_of
from techcoop.requests.queries.stages import Stage, stages, targets
from techcoop.requests.queries.surroundings import others_of
from techcoop.requests.queries.turns import Turn, turn_of

MOST_SHOWN = 50
# What the page prints of a recommendation.
PRINTED = ("mechanism__names", "texts", "symbol", "paragraph", "year", "upr_position")


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
    history: list[Told]


def file_of(state_request: StateRequest, *, reader: User, now: datetime) -> RequestFile:
    """The file as this reader may see it; seven queries, whatever it holds."""
    target_days = targets(now.date())
    entries = told(state_request)
    others = others_of(state_request).visible_to(reader).only("reference", "subject", "received_on", "status")
    letters = list(letters_of(state_request))
    sent = {one.document_id for one in letters}
    linked = state_request.recommendations.select_related("mechanism").only(*PRINTED)
    papers = papers_of(state_request, cleared_classes(reader, state_request)).select_related(None)
    return RequestFile(
        state_request=state_request,
        turn=turn_of(state_request, target_days=target_days, now=now),
        stages=stages(entries, target_days=target_days, now=now),
        papers=[
            one
            for one in papers.only("title", "added_at", "size_bytes", "classification")
            if one.pk not in sent
        ],
        letters=letters,
        recommendations=list(linked[:MOST_SHOWN]),
        others=list(others[:10]),
        history=entries,
    )
