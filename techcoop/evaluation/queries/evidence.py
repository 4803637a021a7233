"""What evaluations found, brought together: the matrix of States and components, and the criteria."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef

from techcoop.atlas.models import State
from techcoop.evaluation.models import Criterion, Evidence, Finding, Rating
from techcoop.evaluation.queries.period import Period
from techcoop.programme.queries import parameter
from techcoop.projects.queries.counting import counted

Cell = tuple[str, str]


@dataclass(frozen=True)
class CrossCutting:
    """What several cells of the matrix say alike: by one criterion, for good or for bad."""

    criterion: str
    is_strength: bool
    cells: int
    states: tuple[str, ...]
    components: tuple[str, ...]
    findings: int


@dataclass(frozen=True)
class Contradiction:
    """A component that is strong and weak by the same criterion; listed, never averaged."""

    component: str
    criterion: str
    strengths: int
    weaknesses: int


@dataclass(frozen=True)
class Marks:
    """One criterion: how many evaluations speak to it, how many mark it, and with which marks."""

    speaking: int
    rated: int
    marks: dict[str, int]


@dataclass(frozen=True)
class Groups:
    """Findings grouped by State, component, criterion and bearing."""

    counts: dict[tuple[str, str, str, bool], int]

    @property
    def total(self) -> int:
        """All findings."""
        return sum(self.counts.values())

    def bearing(self, *, is_strength: bool) -> int:
        """All that show what worked, or all that show what did not."""
        return sum(count for key, count in self.counts.items() if key[3] == is_strength)

    def matrix(self) -> dict[Cell, int]:
        """How many findings each cell holds."""
        cells: dict[Cell, int] = defaultdict(int)
        for (state, component, _, _), count in self.counts.items():
            cells[state, component] += count
        return dict(cells)

    def cross_cutting(self, *, cells: int, states: int = 2) -> tuple[CrossCutting, ...]:
        """What at least so many cells in at least so many States say alike."""
        alike: dict[tuple[str, bool], dict[Cell, int]] = defaultdict(lambda: defaultdict(int))
        for (state, component, criterion, is_strength), count in self.counts.items():
            if state and component:
                alike[criterion, is_strength][state, component] += count
        found = [_cross_cutting(key, there) for key, there in alike.items()]
        kept = [one for one in found if one.cells >= cells and len(one.states) >= states]
        order = list(Criterion.values)
        return tuple(sorted(kept, key=lambda one: (order.index(one.criterion), not one.is_strength)))

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Components that are strong and weak by the same criterion."""
        both: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for (_, component, criterion, is_strength), count in self.counts.items():
            if component:
                both[component, criterion][0 if is_strength else 1] += count
        found = (Contradiction(*key, *counts) for key, counts in both.items() if all(counts))
        order = list(Criterion.values)
        return tuple(sorted(found, key=lambda one: (one.component, order.index(one.criterion))))


def _cross_cutting(key: tuple[str, bool], there: dict[Cell, int]) -> CrossCutting:
    return CrossCutting(
        *key,
        cells=len(there),
        states=tuple(sorted({state for state, _ in there})),
        components=tuple(sorted({component for _, component in there})),
        findings=sum(there.values()),
    )


def groups(period: Period) -> Groups:
    """All findings of a period in their groups; one query."""
    names = ("state__iso3", "component", "criterion", "is_strength")
    rows = period.findings().values_list(*names).annotate(count=Count("pk"))
    return Groups({(state or "", *rest): count for state, *rest, count in rows})


def evidence_by_kind(period: Period) -> dict[tuple[str, bool], int]:
    """How many findings rest on evidence of each kind, open and confidential; one query."""
    rows = Evidence.objects.filter(finding__in=period.findings().values("pk")).order_by()
    return {
        (kind, confidential): count
        for kind, confidential, count in rows.values_list("kind", "is_confidential").annotate(
            count=Count("finding", distinct=True)
        )
    }


def criteria(period: Period) -> dict[str, Marks]:
    """Each criterion with its marks; a mark that no finding supports is not rated. Two queries."""
    evaluations = period.evaluations()
    speaking = dict(
        period.findings().values_list("criterion").annotate(count=Count("evaluation", distinct=True))
    )
    supported = Finding.objects.filter(evaluation=OuterRef("evaluation"), criterion=OuterRef("criterion"))
    ratings = Rating.objects.filter(Exists(supported), evaluation__in=evaluations.values("pk"))
    marks: dict[str, dict[str, int]] = defaultdict(dict)
    for criterion, mark, count in (
        ratings.order_by().values_list("criterion", "mark").annotate(count=Count("pk"))
    ):
        marks[criterion][mark] = count
    return {
        criterion.value: Marks(
            speaking.get(criterion.value, 0),
            sum(marks[criterion.value].values()),
            marks[criterion.value],
        )
        for criterion in Criterion
    }


def states_found(period: Period) -> dict[str, State]:
    """The States that findings speak of, by their codes; one query."""
    states = State.objects.filter(pk__in=period.findings().values("state"))
    return {state.iso3: state for state in states}


@dataclass(frozen=True)
class Advised:
    """Recommendations of evaluations by what was answered and what became of them."""

    by_response: dict[str, int]
    by_status: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_response.values())


def advised(period: Period) -> Advised:
    """What was recommended, answered and done; two queries."""
    return Advised(
        counted(period.advice(), "response"),
        counted(period.advice().exclude(response__in=("", "rejected")), "status"),
    )


def fewest_cells(on: date) -> int:
    """How many cells of the matrix a cross-cutting finding needs, as the parameter stands on a day."""
    return int(parameter("evaluation.fewest_cells_of_a_cross_cutting_finding", on=on).value)
