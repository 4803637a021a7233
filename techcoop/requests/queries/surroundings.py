"""What surrounds a request and matters for its admissibility."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from techcoop.accountability import queries as accountability
from techcoop.accountability.models import AccountabilitySnapshot, Accreditation, AccreditationStatus
from techcoop.accountability.queries import Accounted, Gap
from techcoop.documents.models import Document
from techcoop.requests.models import RequestDraft, StateRequest, StateRequestQuerySet
from techcoop.requests.queries.lines import Answered
from techcoop.requests.statuses import OPEN


@dataclass(frozen=True)
class Surroundings:
    """Facts on record around a request."""

    recommendations: int
    open_in_same_components: tuple[StateRequest, ...]
    earlier_of_the_authority: int
    snapshots: int
    institutions: tuple[str, ...]
    account: Accounted


def others_of(state_request: StateRequest) -> StateRequestQuerySet:
    """The other requests of the same State or organisation."""
    same = StateRequest.objects.filter(
        state=state_request.state_id, organization=state_request.organization_id
    )
    return same.exclude(pk=state_request.pk)


def surroundings(state_request: StateRequest) -> Surroundings:
    """Seven questions to the records; none of their answers is a condition of assistance."""
    others = others_of(state_request)
    same = others.filter(status__in=OPEN, components__overlap=state_request.components)
    authority = state_request.signatory_authority
    frozen = AccountabilitySnapshot.objects.of(state_request)
    return Surroundings(
        recommendations=state_request.recommendations.count(),
        open_in_same_components=tuple(same[:10]) if state_request.components else (),
        earlier_of_the_authority=others.filter(signatory_authority__iexact=authority).count()
        if authority
        else 0,
        snapshots=frozen.count(),
        institutions=tuple(
            f"{name} ({AccreditationStatus(status).label})"
            for name, status in Accreditation.objects.last_decisions()
            .filter(state_id__in=state_request.state_ids)
            .order_by("institution")
            .values_list("institution", "status")[:10]
        ),
        account=accountability.accounted(state_request.state_ids),
    )


def gaps_of(state_request: StateRequest, today: date, *, linked: Sequence[Answered]) -> list[Gap]:
    """What is pointed out about the States that ask, and that no current recommendation is linked."""
    known = accountability.periods(today)
    gaps = accountability.gaps_of(state_request.state_ids, known)
    newest = linked[0].newest if linked else None
    if newest is None or newest < accountability.current_since(known):
        gaps.append(Gap(_("No current recommendation is linked.")))
    return gaps


def has_paper(thing: StateRequest | RequestDraft) -> bool:
    """Whether any paper is in the file, or with the draft."""
    return Document.objects.of(thing).exists()
