"""The priorities: needs ranked by what several assessors gave them on stated criteria."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean

from django.db.models import Q
from django.utils.translation import get_language

from techcoop.assessments.models import Need, NeedsAssessment, Score
from techcoop.assessments.statuses import UNSEEN
from techcoop.people.models import Assignment, User
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES
from techcoop.programme.queries import parameter

CRITERIA, FEWEST = "assessments.priority_criteria", "assessments.fewest_assessors"
Marks = dict[int, dict[str, int]]


@dataclass(frozen=True)
class Criterion:
    """Something on which needs are scored."""

    key: str
    name: str


@dataclass(frozen=True)
class Scale:
    """The criteria that hold for an assessment, from which score to which, and where they come from."""

    criteria: tuple[Criterion, ...]
    least: int
    most: int
    source: str


@dataclass(frozen=True)
class Priority:
    """A need in the ranking; the figures are None while the scores are not to be seen."""

    need: Need
    scored_by: int
    rank: int | None = None
    mean: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    each: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True)
class Priorities:
    """The whole ranking: who was to score, how many must, and whether they have."""

    scale: Scale
    assessors: tuple[User, ...]
    fewest: int
    lines: tuple[Priority, ...]

    @property
    def are_scored(self) -> bool:
        """Whether every need was scored by as many assessors as there must be."""
        return all(line.scored_by >= self.fewest for line in self.lines)

    @property
    def hides(self) -> bool:
        return any(line.scored_by and line.mean is None for line in self.lines)


def scale_of(assessment: NeedsAssessment) -> Scale:
    """The criteria as they stood when the assessment was commissioned, so that all score on the same."""
    found = parameter(CRITERIA, on=assessment.created_at.date())
    told, language = found.value, get_language() or "en"
    criteria = (
        Criterion(one["key"], one["names"].get(language, one["names"]["en"])) for one in told["criteria"]
    )
    return Scale(tuple(criteria), told["least"], told["most"], found.source)


def priorities_of(assessment: NeedsAssessment, needs: tuple[Need, ...]) -> Priorities:
    """The ranking, most urgent first; four queries."""
    scale = scale_of(assessment)
    assessors = tuple(assessment.assessors.order_by("name", "pk"))
    handed_in = assessment.status not in UNSEEN
    given: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one in Score.objects.filter(need__assessment=assessment):
        given[one.need_id][one.assessor_id].append(one.value)
    lines = [_line(need, given[need.pk], assessors, scale, handed_in=handed_in) for need in needs]
    lines.sort(key=lambda line: -(line.mean or 0))
    means = [line.mean for line in lines]
    ranked = tuple(line if line.mean is None else _ranked(line, means.index(line.mean) + 1) for line in lines)
    fewest = int(parameter(FEWEST, on=assessment.created_at.date()).value)
    return Priorities(scale, assessors, fewest, ranked)


def _line(
    need: Need, given: dict[int, list[int]], assessors: tuple[User, ...], scale: Scale, *, handed_in: bool
) -> Priority:
    """One need: its figures are shown once all have scored it, or the draft is handed in."""
    whole = {key: fmean(values) for key, values in given.items() if len(values) == len(scale.criteria)}
    seen = handed_in or (bool(assessors) and {one.pk for one in assessors} <= set(whole))
    if not whole or not seen:
        return Priority(need, len(whole))
    each = tuple((str(one), _rounded(whole[one.pk])) for one in assessors if one.pk in whole)
    values = list(whole.values())
    return Priority(
        need, len(whole), None, _rounded(fmean(values)), _rounded(min(values)), _rounded(max(values)), each
    )


def _ranked(line: Priority, rank: int) -> Priority:
    return Priority(line.need, line.scored_by, rank, line.mean, line.lowest, line.highest, line.each)


def _rounded(value: float) -> Decimal:
    return Decimal(value).quantize(Decimal("0.01"))


def own_scores(assessment: NeedsAssessment, assessor: User) -> Marks:
    """What one assessor gave so far; one query."""
    found: Marks = defaultdict(dict)
    for one in Score.objects.filter(need__assessment=assessment, assessor=assessor):
        found[one.need_id][one.criterion] = one.value
    return found


def possible_assessors(assessment: NeedsAssessment) -> list[User]:
    """Those whose role today lets them assess the needs of the State."""
    roles = [key for key, one in ROLES.items() if Permission.ASSESS_NEEDS in one.permissions]
    held = Assignment.objects.current().filter(role__in=roles)
    states = assessment.state_request.state_ids
    here = Q(everywhere=True) | Q(states__in=states) | Q(regions__states__in=states)
    people = User.objects.filter(pk__in=held.filter(here).values("user"), is_active=True, is_machine=False)
    return [one for one in people.order_by("name", "pk") if one.can_for(Permission.ASSESS_NEEDS, states)]
