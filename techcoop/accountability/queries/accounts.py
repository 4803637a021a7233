"""For what one State accounts: everything that the sources say of it, and what is due."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, Subquery

from techcoop.accountability.models import (
    Accreditation,
    ActionPlan,
    CommunicationCount,
    CycleStatus,
    DueReport,
    Implementation,
    Instrument,
    PeriodicReview,
    Position,
    Recommendation,
    ReportingCycle,
    StandingInvitation,
    TreatyAct,
    Visit,
)
from techcoop.accountability.queries.institutions import NEXT_REVIEW, Periods, institutions, review_values
from techcoop.atlas.models import State
from techcoop.documents.models import Source
from techcoop.web.reading import Columns, Together

PAST = (CycleStatus.OVERDUE, CycleStatus.NOT_KNOWN)
TO_COME = (CycleStatus.DUE, *PAST)


@dataclass(frozen=True)
class CountedReview:
    """A review with the recommendations that came of it, counted from their texts."""

    review: PeriodicReview
    supported: int
    noted: int

    @property
    def source(self) -> object:
        """Where the review is from."""
        return self.review.source


@dataclass(frozen=True)
class Account:
    """Everything for which a State accounts, but for the recommendations themselves."""

    reports: list[DueReport]
    cycles: list[ReportingCycle]
    acts: list[TreatyAct]
    reviews: list[CountedReview]
    invitations: list[StandingInvitation]
    visits: list[Visit]
    communications: list[CommunicationCount]
    institutions: list[Accreditation]
    decisions: list[Accreditation]
    plans: list[ActionPlan]
    implementation: list[Implementation]


def account_of(state: State, known: Periods) -> Account:
    """The account of a State; twelve questions, however much is known."""
    own = {"state": state}
    reports = DueReport.objects.filter(**own, status__in=TO_COME).select_related("instrument", "source")
    cycles = ReportingCycle.objects.filter(**own).select_related("instrument", "source")
    acts = TreatyAct.objects.filter(**own).select_related("instrument", "source")
    visits = Visit.objects.filter(**own).select_related("mechanism", "source")
    decisions = Accreditation.objects.filter(**own).select_related("source")
    return Account(
        reports=list(reports),
        cycles=list(cycles),
        acts=list(acts),
        reviews=_reviews(state),
        invitations=list(StandingInvitation.objects.filter(**own).select_related("source", "state")),
        visits=list(visits),
        communications=list(CommunicationCount.objects.filter(**own).select_related("source")),
        institutions=list(institutions(known).filter(**own)),
        decisions=list(decisions),
        plans=list(ActionPlan.objects.filter(**own).select_related("source")),
        implementation=_implementation(state),
    )


def _implementation(state: State) -> list[Implementation]:
    """What was assessed of the recommendations to the State, each with the one that it is about."""
    about = Recommendation.objects.filter(state=OuterRef("state"), source_key=OuterRef("source_key"))
    rows = Implementation.objects.filter(state=state).select_related("mechanism", "source")
    return list(
        rows.annotate(about=Subquery(about.values("pk")[:1]), said_in=Subquery(about.values("symbol")[:1]))
    )


def _reviews(state: State) -> list[CountedReview]:
    """The reviews, each with what came of it; two questions."""
    counted = (
        Recommendation.objects.filter(state=state, withdrawn_on=None, upr_cycle__isnull=False)
        .order_by()
        .values("upr_cycle")
        .annotate(
            supported=Count("pk", filter=Q(upr_position=Position.SUPPORTED)),
            noted=Count("pk", filter=Q(upr_position=Position.NOTED)),
        )
    )
    found = {one["upr_cycle"]: (one["supported"], one["noted"]) for one in counted}
    reviews = PeriodicReview.objects.filter(state=state).select_related("source")
    return [CountedReview(one, *found.get(one.cycle, (0, 0))) for one in reviews]


@dataclass(frozen=True)
class InBrief:
    """What is due, and the latest of the rest, for a page that shows much else."""

    past: list[DueReport]
    next_report: DueReport | None
    institution: Accreditation | None
    plan: ActionPlan | None

    @property
    def overdue(self) -> list[DueReport]:
        """Reports of which a source says that they were not submitted in time."""
        return [one for one in self.past if one.status == CycleStatus.OVERDUE]

    @property
    def not_known(self) -> list[DueReport]:
        """Reports that were due of which nothing was taken in since."""
        return [one for one in self.past if one.status == CycleStatus.NOT_KNOWN]

    @property
    def newest_source_on(self) -> date | None:
        """When the newest source was retrieved that could have told of them."""
        return max((one.source.retrieved_on for one in self.not_known), default=None)


DUE = Together(Columns(DueReport, "report"), instrument=Instrument, source=Source)
DECIDED = Together(Columns(Accreditation, "decided"), further=("next_review_on",), source=Source)
PLANNED = Together(Columns(ActionPlan, "plan"), source=Source)
REPORTS_DUE = f"""
SELECT {DUE.sql} FROM accountability_duereport AS report
  JOIN accountability_instrument AS instrument ON instrument.id = report.instrument_id
  JOIN documents_source AS source ON source.id = report.source_id
 WHERE report.state_id = %(state)s AND report.status = ANY(%(to_come)s)
 ORDER BY report.due_on, report.id"""
LAST_DECISION = f"""
SELECT {DECIDED.sql}, {NEXT_REVIEW} FROM accountability_accreditation AS decided
  JOIN documents_source AS source ON source.id = decided.source_id
 WHERE decided.state_id = %(state)s ORDER BY decided.decided_on DESC, decided.institution LIMIT 1"""
LAST_PLAN = f"""
SELECT {PLANNED.sql} FROM accountability_actionplan AS plan
  JOIN documents_source AS source ON source.id = plan.source_id
 WHERE plan.state_id = %(state)s ORDER BY plan.from_year DESC NULLS LAST, plan.title LIMIT 1"""


def account_in_brief(state: State, known: Periods) -> InBrief:
    """What the file of a State says of its account; three questions."""
    due = DUE.asked(REPORTS_DUE, state=state.pk, to_come=list(TO_COME))
    coming = [one for one in due if one.status == CycleStatus.DUE and one.due_on]
    return InBrief(
        past=[one for one in due if one.status in PAST],
        next_report=coming[0] if coming else None,
        institution=next(iter(DECIDED.asked(LAST_DECISION, state=state.pk, **review_values(known))), None),
        plan=next(iter(PLANNED.asked(LAST_PLAN, state=state.pk)), None),
    )
