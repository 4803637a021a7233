"""Questions about evaluations, what they found and what became of it, and about the years of a review."""

from techcoop.evaluation.queries.concerned import concerned
from techcoop.evaluation.queries.contents import Contents, contents
from techcoop.evaluation.queries.evidence import (
    advised,
    criteria,
    evidence_by_kind,
    fewest_cells,
    groups,
    states_found,
)
from techcoop.evaluation.queries.gaps import gaps
from techcoop.evaluation.queries.gates import (
    missing_before_closing,
    missing_before_finalising,
    missing_before_publishing,
)
from techcoop.evaluation.queries.lists import (
    concluded_findings,
    concluded_lessons,
    concluded_recommendations,
    evaluations,
    findings,
    for_project,
    projects_in,
    rated_on,
    waiting_for,
)
from techcoop.evaluation.queries.money import money
from techcoop.evaluation.queries.period import Period
from techcoop.evaluation.queries.portfolio import annexed, portfolio
from techcoop.evaluation.queries.reached import delivered
from techcoop.evaluation.queries.reviews import PRINTED, prints_of, work_on, work_on_prints
from techcoop.evaluation.queries.secretariat import secretariat_expenses
from techcoop.evaluation.queries.side_lists import states_with_sides
from techcoop.evaluation.queries.sides import side_by_side
from techcoop.evaluation.queries.sources import instruments, newest_record, sources
from techcoop.projects.queries.counting import counted

__all__ = [
    "PRINTED",
    "Contents",
    "Period",
    "advised",
    "annexed",
    "concerned",
    "concluded_findings",
    "concluded_lessons",
    "concluded_recommendations",
    "contents",
    "counted",
    "criteria",
    "delivered",
    "evaluations",
    "evidence_by_kind",
    "fewest_cells",
    "findings",
    "for_project",
    "gaps",
    "groups",
    "instruments",
    "missing_before_closing",
    "missing_before_finalising",
    "missing_before_publishing",
    "money",
    "newest_record",
    "portfolio",
    "prints_of",
    "projects_in",
    "rated_on",
    "secretariat_expenses",
    "side_by_side",
    "sources",
    "states_found",
    "states_with_sides",
    "waiting_for",
    "work_on",
    "work_on_prints",
]
