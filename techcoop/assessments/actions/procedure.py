"""The procedure of an assessment: from the terms of reference to the draft that is handed in."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models import Need, NeedsAssessment, ProposedProject
from techcoop.assessments.policies import may_assess, may_commission
from techcoop.assessments.queries import outset_of, proposed_for, recommendations_to
from techcoop.assessments.statuses import OPEN
from techcoop.journal.actions import record, require_unchanged
from techcoop.lifecycle import only_while
from techcoop.matching.actions import judge
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import TAKEN_UP


@dataclass(frozen=True)
class Terms:
    """What an assessment is asked to find out, and how."""

    title: str
    by_mission: bool = False
    terms_of_reference: str = ""


@dataclass(frozen=True)
class Content:
    """What an assessment says, but for the needs, the recommendations and those who were heard."""

    title: str
    by_mission: bool = False
    terms_of_reference: str = ""
    mission_began_on: date | None = None
    mission_ended_on: date | None = None
    mission_places: str = ""
    mission_team: str = ""
    context: str = ""
    why_no_recommendation: str = ""


@transaction.atomic
def commission(
    state_request: StateRequest, *, by: User, at: datetime, submission: UUID, terms: Terms
) -> NeedsAssessment:
    """Ask for an assessment of the needs behind a request that was taken up."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_commission(by, state_request))
    if made := made_before(NeedsAssessment, submission, created_by_id=by.pk):
        return made
    only_while("commission", state_request.status, TAKEN_UP)
    assessment = NeedsAssessment.objects.create(
        state_request=state_request,
        state_id=state_request.state_id,
        desk_officer=by,
        status_since=at,
        submission=submission,
        created_by=by,
        created_at=at,
        outset=outset_of(state_request, on=at.date()),
        **asdict(terms),
    )
    assessment.recommendations.set(state_request.recommendations.all())
    record("commission", assessment, by=by, at=at)
    return assessment


@transaction.atomic
def revise(
    assessment: NeedsAssessment, *, by: User, at: datetime, content: Content, seen: int
) -> NeedsAssessment:
    """Write what the assessment says, as long as it is open and nobody else wrote meanwhile."""
    assessment = opened(assessment, "revise", by=by)
    _refuse_contradictions(content)
    require_unchanged(assessment, since=seen)
    texts = asdict(content)
    changed = [name for name, value in texts.items() if getattr(assessment, name) != value]
    for name, value in texts.items():
        setattr(assessment, name, value)
    assessment.save(update_fields=list(texts))
    record("revise", assessment, by=by, at=at, details={"fields": changed})
    return assessment


@transaction.atomic
def weigh(
    assessment: NeedsAssessment,
    *,
    by: User,
    at: datetime,
    cite: Collection[int],
    leave: Collection[int] = (),
    refuse: Collection[int] = (),
) -> NeedsAssessment:
    """Cite recommendations, leave them out, or refuse proposed ones; they themselves stay as they are."""
    assessment = opened(assessment, "weigh", by=by)
    judge(assessment, proposed_for(assessment), confirmed=cite, refused=refuse, by=by, at=at)
    assessment.recommendations.add(*recommendations_to(assessment).filter(pk__in=cite))
    assessment.recommendations.remove(*leave)
    for kind in (Need, ProposedProject):
        kind.recommendations.through.objects.filter(
            **{f"{kind._meta.model_name}__assessment": assessment, "recommendation__in": leave}
        ).delete()
    details = {"cite": sorted(cite), "leave": sorted(leave), "refuse": sorted(refuse)}
    record("weigh", assessment, by=by, at=at, details=details)
    return assessment


@transaction.atomic
def begin(assessment: NeedsAssessment, *, by: User, at: datetime) -> NeedsAssessment:
    """The desk or a mission goes to work."""
    assessment = locked(assessment)
    require(may_assess(by, assessment))
    return moved(assessment, "begin", by=by, at=at)


@transaction.atomic
def draft(assessment: NeedsAssessment, *, by: User, at: datetime) -> NeedsAssessment:
    """Hand in the draft; from now on another person must approve it."""
    assessment = locked(assessment)
    require(may_assess(by, assessment))
    assessment.drafted_by = by
    return moved(assessment, "draft", by=by, at=at, also=("drafted_by",))


def locked(assessment: NeedsAssessment) -> NeedsAssessment:
    """The assessment as it is now, held until the end of the act."""
    return NeedsAssessment.objects.select_for_update().get(pk=assessment.pk)


def opened(assessment: NeedsAssessment, act: str, *, by: User) -> NeedsAssessment:
    """The assessment, held, if the person may write in it and it is open."""
    assessment = locked(assessment)
    require(may_assess(by, assessment))
    only_while(act, assessment.status, OPEN)
    return assessment


def moved(
    assessment: NeedsAssessment,
    act: str,
    *,
    by: User,
    at: datetime,
    why: str = "",
    also: tuple[str, ...] = (),
) -> NeedsAssessment:
    """Move, save and record: the last three beats of every act on an assessment."""
    assessment.move(act)
    assessment.status_since = at
    assessment.save(update_fields=["status", "status_since", *also])
    record(act, assessment, by=by, at=at, why=why)
    return assessment


def _refuse_contradictions(content: Content) -> None:
    """Refuse what contradicts itself; what is merely missing may come later."""
    began, ended = content.mission_began_on, content.mission_ended_on
    if began and ended and ended < began:
        raise ValidationError({"mission_ended_on": _("The mission ends before it begins.")})
    if not content.by_mission and (began or ended or content.mission_places or content.mission_team):
        raise ValidationError({"by_mission": _("A mission is described: say that there was one.")})
