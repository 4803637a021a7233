"""How it stood at the outset: what the mechanisms had said, treaties, institutions and action plans."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise

from techcoop.accountability.models import (
    MechanismKind,
    Recommendation,
    RecommendationKind,
    TreatyStanding,
    TreatyStatus,
)
from techcoop.assessments.models import Need, NeedsAssessment
from techcoop.assessments.queries.standing import (
    InstitutionThen,
    PlanThen,
    SourceNamed,
    institution_read,
    plan_read,
    source_read,
    standing_of,
)
from techcoop.atlas.models import RegionalOrganization
from techcoop.matching.queries import Proposal, concerning, proposals
from techcoop.programme.models import Component
from techcoop.requests.models import StateRequest

ALL = "all"


@dataclass(frozen=True)
class Outset:
    """What the assessment started from, as it was frozen on the day of the commission."""

    on: date
    recommendations: int
    by_component: tuple[tuple[str, str | Promise, int], ...]
    by_mechanism: tuple[tuple[str | Promise, int], ...]
    treaties: tuple[tuple[str, str | Promise, int | None], ...]
    # Assessments commissioned before these were frozen say nothing of them.
    institutions: tuple[InstitutionThen, ...] | None = None
    plans: tuple[PlanThen, ...] | None = None
    said_in: tuple[SourceNamed, ...] = ()
    treaties_in: tuple[SourceNamed, ...] = ()


def recommendations_to(thing: NeedsAssessment | StateRequest) -> QuerySet[Recommendation]:
    """What the mechanisms recommended to the State, or to the members of the organisation that asked."""
    if thing.state_id:
        return Recommendation.objects.filter(state=thing.state_id)
    asked = thing.state_request if isinstance(thing, NeedsAssessment) else thing
    members = RegionalOrganization.members.through.objects.filter(regionalorganization=asked.organization_id)
    return Recommendation.objects.filter(state__in=members.values("state"))


def to_weigh(assessment: NeedsAssessment) -> QuerySet[Recommendation]:
    """What the mechanisms recommended to the State, each with whether the assessment cites it."""
    through = NeedsAssessment.recommendations.through
    chosen = Exists(through.objects.filter(needsassessment=assessment, recommendation=OuterRef("pk")))
    standing = recommendations_to(assessment).filter(withdrawn_on=None)
    return standing.annotate(chosen=chosen).select_related("mechanism").defer("search")


def proposed_for(assessment: NeedsAssessment) -> list[Proposal]:
    """Recommendations that the needs found may answer, by their subjects and words, the surest first."""
    needs = assessment.needs.values_list("statement", "proposed_action")
    texts = (assessment.title, *(text for need in needs for text in need))
    return proposals(
        "\n".join(filter(None, texts)),
        to=list(recommendations_to(assessment).order_by().values_list("state", flat=True).distinct()),
        language=assessment.state_request.language,
        about=assessment,
        without=list(assessment.recommendations.values_list("pk", flat=True)),
    )


def proposed_for_need(need: Need) -> list[Proposal]:
    """Recommendations that name this one need, by its subject and words, the surest first."""
    assessment = need.assessment
    return proposals(
        "\n".join(filter(None, (need.statement, need.proposed_action))),
        to=list(recommendations_to(assessment).order_by().values_list("state", flat=True).distinct()),
        language=assessment.state_request.language,
        about=need,
        without=list(need.recommendations.values_list("pk", flat=True)),
    )


def outset_of(state_request: StateRequest, *, on: date) -> dict[str, Any]:
    """What is to be frozen when an assessment is commissioned; ten queries."""
    counts = {code: Count("pk", filter=own) for code, own in concerning(Component.values).items()}
    kinds = {kind.value: Count("pk", filter=Q(mechanism__kind=kind)) for kind in MechanismKind}
    standing = recommendations_to(state_request).filter(
        withdrawn_on=None, kind=RecommendationKind.RECOMMENDATION
    )
    found = standing.order_by().aggregate(**{ALL: Count("pk")}, **counts, **kinds)
    treaties = TreatyStatus.objects.filter(state=state_request.state_id).order_by("instrument__position")
    return {
        "on": on.isoformat(),
        "recommendations": found,
        "treaties": list(treaties.values_list("instrument__code", "standing", "year")),
        **standing_of(state_request, standing, on=on),
    }


def outset_as_frozen(assessment: NeedsAssessment) -> Outset | None:
    """The outset as a page reads it; nothing for an assessment that is older than the freezing."""
    if not (frozen := assessment.outset):
        return None
    counted, sources = frozen["recommendations"], frozen.get("sources", {})
    older = "institutions" not in frozen
    return Outset(
        on=date.fromisoformat(frozen["on"]),
        recommendations=counted[ALL],
        by_component=tuple((one.value, one.label, counted.get(one.value, 0)) for one in Component),
        by_mechanism=tuple((one.label, counted.get(one.value, 0)) for one in MechanismKind),
        treaties=tuple((code, TreatyStanding(how).label, year) for code, how, year in frozen["treaties"]),
        institutions=None if older else tuple(map(institution_read, frozen["institutions"])),
        plans=None if older else tuple(map(plan_read, frozen["plans"])),
        said_in=tuple(map(source_read, sources.get("recommendations", ()))),
        treaties_in=tuple(map(source_read, sources.get("treaties", ()))),
    )
