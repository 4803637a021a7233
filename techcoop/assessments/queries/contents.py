"""Everything that an assessment holds, gathered once for its page, its paper and its gate."""

from dataclasses import dataclass

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import NeedsAssessment, WeighedInput
from techcoop.assessments.queries.heard import Heard, heard_for
from techcoop.assessments.queries.outset import Outset, outset_as_frozen
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


def contents_of(assessment: NeedsAssessment) -> Contents:
    """What stands in an assessment; as many queries whatever its length."""
    sheets = sheets_of(assessment)
    cited = assessment.recommendations.select_related("mechanism").defer("search")
    return Contents(
        assessment=assessment,
        outset=outset_as_frozen(assessment),
        inputs=tuple(assessment.inputs.all()),
        heard=heard_for(assessment),
        sheets=sheets,
        recommendations=tuple(cited.order_by("-year", "pk")),
        priorities=priorities_of(assessment, sheets["needs"].rows),
    )
