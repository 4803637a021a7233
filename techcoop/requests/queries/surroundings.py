"""What surrounds a request and matters for its admissibility."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from techcoop.accountability import queries as accountability
from techcoop.accountability.models import TreatyStatus
from techcoop.accountability.queries import Gap
from techcoop.documents.models import Document
from techcoop.requests.models import RequestDraft, StateRequest, StateRequestQuerySet


@dataclass(frozen=True)
class Surroundings:
    """Facts on record around a request."""

    recommendations: int
    treaty_standings: int
    open_in_same_components: tuple[StateRequest, ...]


def others_of(state_request: StateRequest) -> StateRequestQuerySet:
    """The other requests of the same State or organisation."""
    same = StateRequest.objects.filter(
        state=state_request.state_id, organization=state_request.organization_id
    )
    return same.exclude(pk=state_request.pk)


def surroundings(state_request: StateRequest) -> Surroundings:
    """Three questions to the records; none of their answers is a condition of assistance."""
    same = others_of(state_request).undecided().filter(components__overlap=state_request.components)
    return Surroundings(
        recommendations=state_request.recommendations.count(),
        treaty_standings=TreatyStatus.objects.filter(state_id__in=state_request.state_ids).count(),
        open_in_same_components=tuple(same[:10]) if state_request.components else (),
    )


def gaps_of(state_request: StateRequest, today: date) -> list[Gap]:
    """What is pointed out about the States that ask, and that no current recommendation is linked."""
    known = accountability.periods(today)
    gaps = accountability.gaps_of(state_request.state_ids, known)
    linked = state_request.recommendations.values("pk")
    if not accountability.current_recommendations(known).filter(pk__in=linked).exists():
        gaps.append(Gap(_("No current recommendation is linked.")))
    return gaps


def has_paper(thing: StateRequest | RequestDraft) -> bool:
    """Whether any paper is in the file, or with the draft."""
    return Document.objects.of(thing).exists()
