"""What addresses a recommendation: assistance that was taken up, or on which it is still to be decided.

What was declined, redirected, withdrawn or cancelled came to nothing, and so leaves open what it pointed at.
"""

from django.db.models import Q, QuerySet

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.projects.models import AddressedRecommendation
from techcoop.projects.statuses import ProjectStatus
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import OPEN
from techcoop.web.rows import Named, keys_of

# An assessment that was approved stays what the programme found, whatever became of the request.
APPROVED = (AssessmentStatus.APPROVED, AssessmentStatus.SUPERSEDED)


def addressing() -> dict[str, QuerySet]:
    """What ties recommendations to each kind of thing that addresses them, by the field of the thing."""
    requests = StateRequest.recommendations.through._default_manager
    assessments = NeedsAssessment.recommendations.through._default_manager
    in_hand = Q(needsassessment__state_request__status__in=OPEN)
    return {
        "staterequest": requests.filter(staterequest__status__in=OPEN),
        "needsassessment": assessments.filter(in_hand | Q(needsassessment__status__in=APPROVED)),
        "project": AddressedRecommendation.objects.exclude(project__status=ProjectStatus.CANCELLED),
    }


def not_addressed(rows: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """Those at which nothing of this points."""
    for ties in addressing().values():
        rows = rows.exclude(pk__in=ties.values("recommendation"))
    return rows


def addressed_in_sql(columns: str) -> Named:
    """The same ties as a piece of SQL with what is asked of `kind`, `thing` and `recommendation`."""
    pieces = {kind: keys_of(ties, kind, "recommendation", kind) for kind, ties in addressing().items()}
    every = (
        f"SELECT {columns} FROM (SELECT '{kind}' AS kind, tie.* "  # noqa: S608 (names of our own)
        f"FROM ({piece.sql}) AS tie (id, recommendation, thing)) AS of_kind"
        for kind, piece in pieces.items()
    )
    values = {name: value for piece in pieces.values() for name, value in piece.values.items()}
    return Named(" UNION ".join(every), values)
