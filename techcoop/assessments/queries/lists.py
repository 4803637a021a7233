"""Assessments as lists: those that one may see, those of a thing, and those that wait for somebody."""

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import BESIDE_GOVERNMENT, AssessmentQuerySet, Consultation, NeedsAssessment
from techcoop.assessments.queries.risks import with_grave_risks
from techcoop.assessments.statuses import IN_PROGRESS, LIFECYCLE, AssessmentStatus
from techcoop.atlas.models import State
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.people.queries import people_who_can
from techcoop.requests.models import StateRequest
from techcoop.web.waiting import Waiting

S = AssessmentStatus
LABELS = {
    "approve": _("Assessments of needs to approve"),
    "validate": _("Assessments of needs to validate"),
    "draft": _("Assessments of needs to draft"),
    "begin": _("Assessments of needs to begin"),
}


def visible_to(user: User) -> QuerySet[NeedsAssessment]:
    """The assessments that a person may see, with what a line about them needs."""
    return NeedsAssessment.objects.visible_to(user).select_related("state", "state_request")


def rows(user: User) -> QuerySet[NeedsAssessment]:
    """The lines of the list of assessments."""
    return visible_to(user).annotate(
        cited=Count("recommendations", distinct=True), found=Count("needs", distinct=True)
    )


def for_request(state_request: StateRequest) -> QuerySet[NeedsAssessment]:
    return NeedsAssessment.objects.filter(state_request=state_request).select_related("state")


def for_state(state: State) -> QuerySet[NeedsAssessment]:
    return NeedsAssessment.objects.filter(state=state).select_related("state_request")


def others_beside(assessment: NeedsAssessment, user: User) -> QuerySet[NeedsAssessment]:
    """The other assessments of the same State that a person may see, the newest first."""
    if assessment.state_id is None:
        return NeedsAssessment.objects.none()
    return visible_to(user).filter(state=assessment.state_id).exclude(pk=assessment.pk)


def approved_to(assessment: NeedsAssessment) -> QuerySet[NeedsAssessment]:
    """The other approved assessments of the same State, or of the same organisation."""
    own = (
        {"state": assessment.state_id}
        if assessment.state_id
        else {"state": None, "state_request__organization": assessment.state_request.organization_id}
    )
    return NeedsAssessment.objects.filter(status=S.APPROVED, **own).exclude(pk=assessment.pk)


def successors_of(assessment: NeedsAssessment) -> QuerySet[NeedsAssessment]:
    """The later assessments that may take the place of this one."""
    return (
        approved_to(assessment)
        .filter(created_at__gte=assessment.created_at)
        .exclude(created_at=assessment.created_at, pk__lt=assessment.pk)
    )


def replaced_by(assessment: NeedsAssessment) -> QuerySet[NeedsAssessment]:
    """The earlier assessments whose place this one may take."""
    return (
        approved_to(assessment)
        .filter(created_at__lte=assessment.created_at)
        .exclude(created_at=assessment.created_at, pk__gt=assessment.pk)
    )


def for_recommendation(recommendation: Recommendation) -> QuerySet[NeedsAssessment]:
    return NeedsAssessment.objects.filter(recommendations=recommendation).select_related("state_request")


def has_voice_beside_government(assessment: NeedsAssessment) -> bool:
    """Whether somebody other than the government was heard."""
    return Consultation.objects.filter(assessment=assessment, voice__in=BESIDE_GOVERNMENT).exists()


def approved_for(state_request: StateRequest) -> NeedsAssessment | None:
    """The newest approved assessment of a request."""
    return for_request(state_request).filter(status=S.APPROVED).order_by("-approved_on", "-pk").first()


def waits_for(user: User, act: str) -> AssessmentQuerySet:
    """The assessments that wait for this act of this person."""
    own = NeedsAssessment.objects.filter(status__in=LIFECYCLE.sources_of(act))
    permission = Permission.APPROVE_ASSESSMENTS if act == "approve" else Permission.ASSESS_NEEDS
    if act == "approve":
        own = own.exclude(drafted_by=user)
        if not user.can(Permission.CLEAR_ASSESSMENTS):
            own = own.exclude(cleared_by=None)
    else:
        own = own.filter(Q(desk_officer=user) | Q(desk_officer=None, created_by=user))
    return own.within(user, permission)


def officers_for(assessment: NeedsAssessment) -> QuerySet[User]:
    """Who can be given this assessment: active people who assess needs for all its States."""
    return people_who_can(Permission.ASSESS_NEEDS, assessment.state_request.state_ids)


def on_a_desk() -> AssessmentQuerySet:
    """The assessments in progress, with what a sheet of a desk says of them."""
    open_ones = NeedsAssessment.objects.filter(status__in=IN_PROGRESS)
    return open_ones.select_related("state", "state_request__organization")


def told_of(assessment: NeedsAssessment) -> tuple[str, str, str, str]:
    """One of them, as such a sheet says it: its key, for whom, about what; no day is set."""
    whom = assessment.state or assessment.state_request.organization
    return str(assessment.pk), str(whom), assessment.title, ""


def waiting_for(user: User, today: date) -> list[Waiting]:
    """What waits for this person among the assessments, act by act; with grave risks, what is judged next."""
    grave = with_grave_risks(to_be_judged(user), on=today)
    return [
        Waiting("assessments-grave", _("Assessments with grave risks, not yet approved"), grave),
        *(Waiting(f"assessments-{act}", label, waits_for(user, act)) for act, label in LABELS.items()),
    ]


def to_be_judged(user: User) -> AssessmentQuerySet:
    """The drafts that were handed in, for whoever approves or sends back."""
    handed_in = NeedsAssessment.objects.filter(status__in=(S.DRAFT, S.VALIDATED))
    return handed_in.within(user, Permission.APPROVE_ASSESSMENTS)
