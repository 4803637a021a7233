"""Everything that an assessment holds, gathered once for its page, its paper and its gate."""

from dataclasses import dataclass

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import NeedsAssessment, WeighedInput
from techcoop.assessments.queries.heard import Heard, heard_for
from techcoop.assessments.queries.outset import Outset, outset_as_frozen, recommendations_to
from techcoop.assessments.queries.priorities import Priorities, priorities_of
from techcoop.assessments.queries.tables import Sheet, sheets_of


@dataclass(frozen=True)
class Contents:
    """An assessment with all that stands in it, but for what is sealed."""

    assessment: NeedsAssessment
    outset: Outset | None
    inputs: tuple[WeighedInput, ...]
    heard: tuple[Heard, ...]
    sheets: dict[str, Sheet]
    recommendations: tuple[Recommendation, ...]
    priorities: Priorities
    # How many current ones there are to cite, asked where none of them is cited.
    uncited: int

    @property
    def cites_a_current_one(self) -> bool:
        """Whether a recommendation is cited that its mechanism has not taken back."""
        return any(one.withdrawn_on is None for one in self.recommendations)


def contents_of(assessment: NeedsAssessment) -> Contents:
    """What stands in an assessment; as many queries whatever its length."""
    sheets = sheets_of(assessment)
    there = assessment.recommendations.select_related("mechanism").defer("search")
    cited = tuple(there.order_by("-year", "pk"))
    is_current = any(one.withdrawn_on is None for one in cited)
    return Contents(
        assessment=assessment,
        outset=outset_as_frozen(assessment),
        inputs=tuple(assessment.inputs.all()),
        heard=heard_for(assessment),
        sheets=sheets,
        recommendations=cited,
        priorities=priorities_of(assessment, sheets["needs"].rows),
        uncited=0 if is_current else recommendations_to(assessment).filter(withdrawn_on=None).count(),
    )
