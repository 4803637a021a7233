"""Writing a project document: free as long as it is a draft."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.assessments.models import NeedsAssessment
from techcoop.atlas.models import Region, State
from techcoop.journal.actions import next_number, record, require_unchanged
from techcoop.lifecycle import only_while
from techcoop.matching.actions import judge
from techcoop.people.models import User
from techcoop.people.policies import made_before, require
from techcoop.programme.models import FundFamily, Scope
from techcoop.programme.queries import NO_FUND_YET, gives_nothing_yet
from techcoop.projects.actions.procedure import locked
from techcoop.projects.models import (
    AddressedRecommendation,
    NationalStructure,
    Project,
    ProjectComponent,
    ProjectMoney,
)
from techcoop.projects.policies import may_be_desk_officer, may_draft, may_draft_for
from techcoop.projects.queries import code_prefix, proposed_for, recommendations_to
from techcoop.projects.statuses import ProjectStatus
from techcoop.requests import actions as requests
from techcoop.requests.models import StateRequest
from techcoop.requests.policies import may_formulate
from techcoop.requests.statuses import TAKEN_UP, RequestStatus

# The part of a project document that says how recommendations are served.
RATIONALES = "rationales"


@dataclass(frozen=True)
class Structure:
    """A national structure to be strengthened, as it is written down."""

    name: str
    kind: str


def reach_of(states: Collection[State], region: Region | None) -> list[int]:
    """The States that are named, else those of the region."""
    if states or region is None:
        return [state.pk for state in states]
    return list(region.states.values_list("pk", flat=True))


@dataclass(frozen=True)
class Particulars:
    """What a project document says, but for the recommendations that it addresses."""

    title: str
    summary: str = ""
    language: str = "en"
    scope: str = Scope.NATIONAL
    region: Region | None = None
    states: tuple[State, ...] = ()
    mandate: str = ""
    assessment: NeedsAssessment | None = None
    forms: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    desk_officer: User | None = None
    why_no_recommendation: str = ""
    components: Mapping[str, Decimal] = field(default_factory=dict)
    required: Mapping[str, Decimal] = field(default_factory=dict)
    structures: tuple[Structure, ...] = ()

    @property
    def reach_ids(self) -> list[int]:
        """The States that it reaches: those it names, else those of its region."""
        return reach_of(self.states, self.region)

    @property
    def fields(self) -> dict[str, object]:
        """What stands in the project's own row."""
        apart = ("states", "components", "required", "structures")
        own = {name: getattr(self, name) for name in self.__dataclass_fields__ if name not in apart}
        return {**own, "forms": list(self.forms)}


@transaction.atomic
def draft(
    state_request: StateRequest | None, *, by: User, at: datetime, submission: UUID, what: Particulars
) -> Project:
    """Begin a project document on a request that was taken up, or on a mandate; the request is formulated."""
    # A double click is one person's: their own row makes the second wait for the first.
    User.objects.select_for_update().get(pk=by.pk)
    require(may_draft_for(by, what.reach_ids))
    if made := made_before(Project, submission, created_by_id=by.pk):
        return made
    if state_request is not None:
        state_request = _formulated(state_request, by=by, at=at)
    _refuse_contradictions(what, state_request)
    series = f"{code_prefix(what.scope, what.states, what.region)}-{at.year}"
    project = Project.objects.create(
        code=f"{series}-{next_number(f'project {series}'):03}",
        state_request=state_request,
        status_since=at,
        submission=submission,
        created_by=by,
        created_at=at,
        **what.fields,
    )
    _write_parts(project, what)
    record("draft", project, by=by, at=at)
    return project


@transaction.atomic
def revise(project: Project, *, by: User, at: datetime, what: Particulars, seen: int) -> Project:
    """Write the draft differently, unless somebody else did so since it was read."""
    project = _drafted(project, "revise", by=by)
    require(may_draft_for(by, what.reach_ids))
    _refuse_contradictions(what, project.state_request)
    require_unchanged(project, since=seen)
    changed = [name for name, value in what.fields.items() if getattr(project, name) != value]
    for name in changed:
        setattr(project, name, what.fields[name])
    project.save(update_fields=changed)
    _write_parts(project, what)
    record("revise", project, by=by, at=at, details={"fields": changed})
    return project


@transaction.atomic
def address(
    project: Project,
    *,
    by: User,
    at: datetime,
    cite: Collection[int],
    leave: Collection[int] = (),
    refuse: Collection[int] = (),
) -> Project:
    """Choose recommendations that the project serves, leave them out, or refuse proposed ones."""
    project = _drafted(project, "address", by=by)
    judge(project, proposed_for(project), confirmed=cite, refused=refuse, by=by, at=at)
    known = recommendations_to(project).filter(pk__in=cite).values_list("pk", flat=True)
    AddressedRecommendation.objects.bulk_create(
        [AddressedRecommendation(project=project, recommendation_id=key) for key in known],
        ignore_conflicts=True,
    )
    project.addressed.filter(recommendation__in=leave).delete()
    details = {"cite": sorted(known), "leave": sorted(leave), "refuse": sorted(refuse)}
    record("address", project, by=by, at=at, details=details)
    return project


@transaction.atomic
def explain(project: Project, *, by: User, at: datetime, rationales: Mapping[int, str], seen: int) -> Project:
    """Say how the project serves each recommendation, unless somebody else did so since it was read."""
    project = _drafted(project, "explain", by=by)
    require_unchanged(project, since=seen, part=RATIONALES)
    for one in project.addressed.filter(recommendation__in=rationales):
        one.rationale = rationales[one.recommendation_id].strip()
        one.save(update_fields=["rationale"])
    record("explain", project, by=by, at=at, details={"part": RATIONALES})
    return project


def _drafted(project: Project, act: str, *, by: User) -> Project:
    """The project, held, if it is still a draft and the person may write in it."""
    project = locked(project)
    require(may_draft(by, project))
    only_while(act, project.status, (ProjectStatus.DRAFT,))
    return project


def _formulated(state_request: StateRequest, *, by: User, at: datetime) -> StateRequest:
    """The request, held and in formulation."""
    state_request = StateRequest.objects.select_for_update().get(pk=state_request.pk)
    require(may_formulate(by, state_request))
    only_while("draft", state_request.status, TAKEN_UP)
    if state_request.status == RequestStatus.FORMULATION:
        return state_request
    return requests.formulate(state_request, by=by, at=at)


def _refuse_contradictions(what: Particulars, state_request: StateRequest | None) -> None:
    """Refuse what contradicts itself; what is merely missing may come later."""
    if what.components and sum(what.components.values()) != 100:
        raise ValidationError({"components": _("The components must sum to 100 per cent.")})
    if what.assessment and (state_request is None or what.assessment.state_request_id != state_request.pk):
        raise ValidationError({"assessment": _("This assessment belongs to another request.")})
    if what.scope == Scope.NATIONAL and len(what.states) > 1:
        raise ValidationError({"states": _("A national project works in one State.")})
    if what.region and what.scope != Scope.REGIONAL:
        raise ValidationError({"region": _("Only a regional project names a region.")})
    if what.starts_on and what.ends_on and what.ends_on < what.starts_on:
        raise ValidationError({"ends_on": _("It ends before it starts.")})
    _refuse_money_of_no_fund(what)
    _refuse_who_does_not_manage(what.desk_officer, what.reach_ids)


def _refuse_money_of_no_fund(what: Particulars) -> None:
    """What was over before the Voluntary Fund gave anything had nothing of it."""
    if what.required.get(FundFamily.VOLUNTARY_FUND) and gives_nothing_yet(what.ends_on):
        raise ValidationError({"required": NO_FUND_YET})


def _refuse_who_does_not_manage(officer: User | None, reached: Collection[int]) -> None:
    """A project without a desk officer yet may wait for one."""
    if officer and not may_be_desk_officer(officer, reached):
        sentence = _("%(who)s does not manage projects in all the States that this one reaches.")
        raise ValidationError({"desk_officer": sentence % {"who": officer}})


def _write_parts(project: Project, what: Particulars) -> None:
    """Write the parts of the document that have rows of their own, where they changed."""
    project.states.set(what.states)
    project.__dict__.pop("reach_ids", None)  # what was known of it before is over
    components = {name: share for name, share in what.components.items() if share}
    if dict(project.components.values_list("component", "per_cent")) != components:
        project.components.all().delete()
        ProjectComponent.objects.bulk_create(
            ProjectComponent(project=project, component=name, per_cent=share)
            for name, share in components.items()
        )
    project.money.exclude(family__in=what.required).delete()
    for family, amount in what.required.items():
        ProjectMoney.objects.update_or_create(project=project, family=family, defaults={"required": amount})
    structures = {(one.name, one.kind) for one in what.structures}
    if set(project.structures.values_list("name", "kind")) != structures:
        project.structures.all().delete()
        NationalStructure.objects.bulk_create(
            NationalStructure(project=project, name=name, kind=kind) for name, kind in sorted(structures)
        )
