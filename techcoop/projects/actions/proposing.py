"""Taking over what an approved assessment of needs proposed: its project is drafted in one act, and once."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.assessments.models import ProposedProject
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.atlas.models import State
from techcoop.journal.actions import record
from techcoop.lifecycle import only_while
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.programme.models import Scope
from techcoop.projects.actions.drafting import Particulars, draft
from techcoop.projects.models import AddressedRecommendation, Project
from techcoop.projects.policies import desk_officer_on, may_draft_for
from techcoop.projects.queries import served_by, taken_over

WHOLE, CENT = Decimal(100), Decimal("0.01")


@transaction.atomic
def draft_proposed(proposal: ProposedProject, *, by: User, at: datetime) -> Project:
    """Draft what an approved assessment proposes, with all that it says; a second click finds the first."""
    proposal = ProposedProject.objects.select_for_update().get(pk=proposal.pk)
    state_request = proposal.assessment.state_request
    require(may_draft_for(by, state_request.state_ids))
    if made := taken_over([proposal.pk]).first():
        return _the_own(made, by)
    only_while("draft_proposed", proposal.assessment.status, (AssessmentStatus.APPROVED,))
    project = draft(state_request, by=by, at=at, submission=uuid4(), what=_particulars(proposal, by))
    project.proposal = proposal
    project.save(update_fields=["proposal"])
    served = list(served_by(proposal).values_list("pk", flat=True))
    AddressedRecommendation.objects.bulk_create(
        [AddressedRecommendation(project=project, recommendation_id=key) for key in served]
    )
    details = {"proposal": proposal.pk, "cite": sorted(served)}
    record("draft_proposed", project, by=by, at=at, details=details)
    return project


def _the_own(made: Project, by: User) -> Project:
    """What the same person drafted before; somebody else is told that it is there."""
    if made.created_by_id != by.pk:
        told = {"who": made.created_by, "code": made.code}
        raise ValidationError(_("%(who)s has drafted %(code)s from it already.") % told)
    return made


def _particulars(proposal: ProposedProject, by: User) -> Particulars:
    """What the proposal, its needs and its request say of the project."""
    asked = proposal.assessment.state_request
    needs = proposal.needs.all()
    return Particulars(
        title=proposal.title,
        summary=proposal.purpose,
        language=asked.language,
        scope=Scope.NATIONAL if asked.state else Scope.MULTI_STATE,
        states=tuple(State.objects.filter(pk__in=asked.state_ids)),
        assessment=proposal.assessment,
        forms=tuple(asked.forms),
        desk_officer=desk_officer_on(asked, by),
        components=shares_of(need.component for need in needs),
    )


def shares_of(components: Iterable[str]) -> dict[str, Decimal]:
    """Each component by how many of the needs belong to it, in per cent that sum to one hundred."""
    counted = Counter(sorted(components))
    shares = {name: (WHOLE * each / counted.total()).quantize(CENT) for name, each in counted.items()}
    for last in list(shares)[-1:]:
        shares[last] += WHOLE - sum(shares.values())
    return shares
