"""Questions about assessments of needs; none of them opens who was heard."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation, TreatyStatus
from techcoop.assessments.models import (
    BESIDE_GOVERNMENT,
    AssessmentQuerySet,
    Consultation,
    Need,
    NeedsAssessment,
    Voice,
)
from techcoop.assessments.statuses import LIFECYCLE, AssessmentStatus
from techcoop.atlas.models import RegionalOrganization, State
from techcoop.people.models import User
from techcoop.people.roles import Permission
from techcoop.requests.models import StateRequest
from techcoop.web.waiting import Waiting

S = AssessmentStatus
LABELS = {
    "approve": _("Assessments of needs to approve"),
    "validate": _("Assessments of needs to validate"),
    "draft": _("Assessments of needs to draft"),
    "begin": _("Assessments of needs to begin"),
}


@dataclass(frozen=True)
class Missing:
    """Something that still stands against an approval, and the place where it is put right."""

    sentence: str | Promise
    place: str


@dataclass(frozen=True)
class Heard:
    """A conversation as everybody may know of it: when, which voice, how many, not who."""

    key: int
    held_on: date
    voice: str | Promise
    women: int
    men: int
    others: int
    groups: str


@dataclass(frozen=True)
class AssessmentFile:
    """Everything on the page of an assessment."""

    assessment: NeedsAssessment
    needs: tuple[Need, ...]
    recommendations: tuple[Recommendation, ...]
    heard: tuple[Heard, ...]
    missing: tuple[Missing, ...]


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


def for_recommendation(recommendation: Recommendation) -> QuerySet[NeedsAssessment]:
    return NeedsAssessment.objects.filter(recommendations=recommendation).select_related("state_request")


def needs_of(assessment: NeedsAssessment) -> tuple[Need, ...]:
    return tuple(assessment.needs.all())


def heard_for(assessment: NeedsAssessment) -> tuple[Heard, ...]:
    """The conversations held for an assessment; what is sealed is not even fetched."""
    fields = ("pk", "held_on", "voice", "women", "men", "others", "groups")
    return tuple(
        Heard(key, held_on, Voice(voice).label, women, men, others, ", ".join(groups))
        for key, held_on, voice, women, men, others, groups in Consultation.objects.filter(
            assessment=assessment
        ).values_list(*fields)
    )


def file_of(assessment: NeedsAssessment) -> AssessmentFile:
    """The page of an assessment; four queries."""
    recommendations = tuple(
        assessment.recommendations.select_related("mechanism").defer("search").order_by("-year", "pk")
    )
    heard = heard_for(assessment)
    cites = bool(recommendations) or bool(assessment.why_no_recommendation.strip())
    missing = missing_parts(cites=cites, heard=bool(heard))
    return AssessmentFile(assessment, needs_of(assessment), recommendations, heard, missing)


def missing_parts(*, cites: bool, heard: bool) -> tuple[Missing, ...]:
    """What an approval still waits for."""
    found = []
    if not cites:
        found.append(
            Missing(_("No recommendation is cited, and the reason why none exists is not written."), "weigh")
        )
    if not heard:
        found.append(Missing(_("Nobody was consulted yet."), "record_consultation"))
    return tuple(found)


def missing_for_approval(assessment: NeedsAssessment) -> tuple[Missing, ...]:
    """What an approval still waits for; two queries."""
    return missing_parts(
        cites=bool(assessment.why_no_recommendation.strip()) or assessment.recommendations.exists(),
        heard=Consultation.objects.filter(assessment=assessment).exists(),
    )


def recommendations_to(assessment: NeedsAssessment) -> QuerySet[Recommendation]:
    """What the mechanisms recommended to the State, or to the members of the organisation that asked."""
    if assessment.state_id:
        return Recommendation.objects.filter(state=assessment.state_id)
    members = RegionalOrganization.members.through.objects.filter(
        regionalorganization=assessment.state_request.organization_id
    )
    return Recommendation.objects.filter(state__in=members.values("state"))


def to_weigh(assessment: NeedsAssessment) -> QuerySet[Recommendation]:
    """What the mechanisms recommended to the State, each with whether the assessment cites it."""
    through = NeedsAssessment.recommendations.through
    chosen = Exists(through.objects.filter(needsassessment=assessment, recommendation=OuterRef("pk")))
    standing = recommendations_to(assessment).filter(withdrawn_on=None)
    return standing.annotate(chosen=chosen).select_related("mechanism").defer("search")


def treaty_statuses(assessment: NeedsAssessment) -> tuple[TreatyStatus, ...]:
    """Where the State stands with each instrument."""
    found = TreatyStatus.objects.filter(state=assessment.state_id).select_related("instrument")
    return tuple(found.order_by("instrument__position"))


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
    else:
        own = own.filter(Q(created_by=user) | Q(state_request__desk_officer=user))
    if user.can_everywhere(permission):
        return own
    return own.of_states(user.states_for(permission))


def waiting_for(user: User, today: date) -> list[Waiting]:
    """What waits for this person among the assessments, act by act."""
    return [Waiting(f"assessments-{act}", label, waits_for(user, act)) for act, label in LABELS.items()]
