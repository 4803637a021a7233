"""For what one State accounts: everything that the sources say of it, and what is due."""

from dataclasses import dataclass

from django.db.models import Count, Q

from techcoop.accountability.models import (
    Accreditation,
    ActionPlan,
    CommunicationCount,
    CycleStatus,
    DueReport,
    PeriodicReview,
    Position,
    Recommendation,
    ReportingCycle,
    StandingInvitation,
    TreatyAct,
    Visit,
)
from techcoop.accountability.queries.institutions import Periods, institutions
from techcoop.atlas.models import State

TO_COME = (CycleStatus.DUE, CycleStatus.OVERDUE)


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


def account_of(state: State, known: Periods) -> Account:
    """The account of a State; eleven questions, however much is known."""
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

    overdue: list[DueReport]
    next_report: DueReport | None
    institution: Accreditation | None
    plan: ActionPlan | None


def account_in_brief(state: State, known: Periods) -> InBrief:
    """What the file of a State says of its account; four questions."""
    due = list(
        DueReport.objects.filter(state=state, status__in=TO_COME).select_related("instrument", "source")
    )
    overdue = [one for one in due if one.status == CycleStatus.OVERDUE]
    coming = [one for one in due if one.status == CycleStatus.DUE and one.due_on]
    return InBrief(
        overdue=overdue,
        next_report=coming[0] if coming else None,
        institution=institutions(known).filter(state=state).first(),
        plan=ActionPlan.objects.filter(state=state).select_related("source").first(),
    )
