"""The practices of needs assessments, and of requests as far as an assessment follows them."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.statuses import OPEN, AssessmentStatus
from techcoop.programme.practices import Asked, Practice
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import CLOSED, RequestStatus

S = AssessmentStatus
BEGUN = (S.UNDER_WAY, S.DRAFT, S.VALIDATED)


def _without_assessment(asked: Asked) -> Q:
    return Q(status_since__date__lt=asked.days_ago()) & ~Q(
        Exists(NeedsAssessment.objects.filter(state_request=OuterRef("pk")))
    )


PRACTICES = (
    Practice(
        "assessments.commissioned",
        StateRequest,
        _("Within %(days)s days of its acceptance, an assessment of needs is commissioned for a request."),
        _("It was accepted and nobody assesses the needs. Commission an assessment."),
        _without_assessment,
        among=Q(status__in=(RequestStatus.ACCEPTED, RequestStatus.ACCEPTED_IN_PART)),
    ),
    Practice(
        "assessments.moves_on",
        NeedsAssessment,
        _("An assessment of needs stays no longer than %(days)s days in a status before it is approved."),
        _("It has not moved for longer. Take the next step, or send it back with what it lacks."),
        lambda asked: Q(status_since__date__lt=asked.days_ago()),
        among=Q(status__in=(*OPEN, S.VALIDATED)),
    ),
    Practice(
        "assessments.assessors",
        NeedsAssessment,
        _("An assessment that was begun has its assessors."),
        _("Nobody is named as assessor. Name those who score the needs."),
        lambda asked: Q(assessors=None),
        among=Q(status__in=BEGUN),
    ),
    Practice(
        "assessments.mission",
        NeedsAssessment,
        _("Of a mission it is said when it went, and where."),
        _("The days of the mission or its places are not given. Write them into the terms of reference."),
        lambda asked: Q(mission_began_on=None) | Q(mission_ended_on=None) | Q(mission_places=""),
        among=Q(by_mission=True, status__in=(S.DRAFT, S.VALIDATED, S.APPROVED)),
    ),
    Practice(
        "assessments.open_request",
        NeedsAssessment,
        _("An assessment goes on only while its request is open."),
        _("The request is declined, redirected or withdrawn. Tell the assessors, and let the work end."),
        lambda asked: Q(state_request__status__in=CLOSED),
        among=Q(status__in=(*OPEN, S.VALIDATED)),
    ),
    Practice(
        "assessments.context",
        NeedsAssessment,
        _("An assessment that was handed in describes the context of the country."),
        _("The context is not written. Send it back, or write it before it is approved."),
        lambda asked: Q(context__regex=r"^\s*$"),
        among=Q(status__in=(S.DRAFT, S.VALIDATED, S.APPROVED)),
    ),
)
