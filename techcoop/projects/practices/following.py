"""What follows on requests and assessments: a project, or the word that there is none."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.programme.practices import Practice
from techcoop.projects.models import Project
from techcoop.projects.statuses import ProjectStatus
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import RequestStatus

NOT_CANCELLED = Project.objects.exclude(status=ProjectStatus.CANCELLED)

FOLLOWING = (
    Practice(
        "projects.formulated",
        StateRequest,
        _("Within %(days)s days of its formulation, a project is drafted on a request."),
        _("Formulation began and no project is drafted. Draft one, or tell the requester why there is none."),
        lambda asked: (
            Q(status_since__date__lt=asked.days_ago())
            & ~Q(Exists(NOT_CANCELLED.filter(state_request=OuterRef("pk"))))
        ),
        among=Q(status=RequestStatus.FORMULATION),
    ),
    Practice(
        "projects.assessed_for_something",
        NeedsAssessment,
        _("Within %(days)s days of its approval, a project rests on an assessment of needs."),
        _("It was approved and no project rests on it. Draft what it proposes, or say why nothing follows."),
        lambda asked: (
            Q(approved_on__lt=asked.days_ago()) & ~Q(Exists(NOT_CANCELLED.filter(assessment=OuterRef("pk"))))
        ),
        among=Q(status=AssessmentStatus.APPROVED),
    ),
)
