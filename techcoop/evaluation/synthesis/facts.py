"""Everything that the chapters of a review speak of, asked of the records once."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from techcoop.accountability.models import Instrument
from techcoop.atlas.models import State
from techcoop.documents.models import Source
from techcoop.evaluation import queries
from techcoop.evaluation.models import EvaluationRecommendation, Lesson
from techcoop.evaluation.queries.evidence import Advised, Groups, Marks
from techcoop.evaluation.queries.gaps import Gaps
from techcoop.evaluation.queries.money import Money
from techcoop.evaluation.queries.period import Period
from techcoop.evaluation.queries.portfolio import Portfolio
from techcoop.evaluation.queries.reached import Delivery
from techcoop.evaluation.queries.secretariat import Expenses
from techcoop.evaluation.queries.sides import SideBySide
from techcoop.evaluation.synthesis.addresses import Addresses
from techcoop.projects.models import Project
from techcoop.requests.statuses import RequestStatus

LONGEST_ANNEX = 1_000


@dataclass(frozen=True)
class Evaluations:
    """What evaluations say, brought together."""

    kinds: dict[str, int]
    findings: Groups
    found_states: dict[str, State]
    evidence: dict[tuple[str, bool], int]
    criteria: dict[str, Marks]
    lessons: tuple[Lesson, ...]
    advice: tuple[EvaluationRecommendation, ...]
    earlier: tuple[EvaluationRecommendation, ...]
    advised: Advised
    fewest_cells: int

    @property
    def total(self) -> int:
        """All evaluations."""
        return sum(self.kinds.values())


@dataclass(frozen=True)
class Facts:
    """The answers of the records to every question that a review asks."""

    period: Period
    as_of: datetime
    portfolio: Portfolio
    state_requests: dict[str, int]
    sides: SideBySide
    money: Money
    secretariat: Expenses
    delivery: Delivery
    evaluations: Evaluations
    gaps: Gaps
    concerned: dict[str, int]
    projects: tuple[Project, ...]
    sources: tuple[Source, ...]
    instruments: tuple[Instrument, ...]

    @cached_property
    def at(self) -> Addresses:
        """Where the records are."""
        return Addresses(self.period)

    @cached_property
    def states(self) -> dict[str, State]:
        """The assisted States by their codes."""
        return {one.state.iso3: one.state for one in self.sides.assisted}

    @property
    def years(self) -> dict[str, str]:
        """The years, as sentences name them."""
        return {"first": str(self.period.first), "last": str(self.period.last)}

    @property
    def today(self) -> date:
        """The day of the newest record: the day on which the review stands."""
        return self.as_of.date()

    def requested(self, *statuses: RequestStatus) -> int:
        """How many requests of these years stand in these statuses."""
        return sum(self.state_requests.get(one, 0) for one in statuses)


def gather(period: Period, *, at: datetime | None = None) -> Facts:
    """Ask the records; the number of questions does not depend on how many records there are."""
    as_of = at or queries.newest_record(period)
    portfolio = queries.portfolio(period)
    return Facts(
        period=period,
        as_of=as_of,
        portfolio=portfolio,
        state_requests=queries.counted(period.state_requests(), "status"),
        sides=queries.side_by_side(period),
        money=queries.money(period),
        secretariat=queries.secretariat_expenses(period),
        delivery=queries.delivered(period),
        evaluations=_evaluations(period, as_of.date()),
        gaps=queries.gaps(period),
        concerned=queries.concerned(period),
        projects=queries.annexed(period) if portfolio.projects <= LONGEST_ANNEX else (),
        sources=queries.sources(),
        instruments=queries.instruments(),
    )


def _evaluations(period: Period, today: date) -> Evaluations:
    return Evaluations(
        kinds=queries.counted(period.evaluations(), "kind"),
        findings=queries.groups(period),
        found_states=queries.states_found(period),
        evidence=queries.evidence_by_kind(period),
        criteria=queries.criteria(period),
        lessons=tuple(period.lessons().select_related("evaluation")),
        advice=tuple(period.advice().select_related("evaluation")),
        earlier=tuple(period.earlier_advice().select_related("evaluation")),
        advised=queries.advised(period),
        fewest_cells=queries.fewest_cells(today),
    )
