"""Questions about evaluations, what they found and what became of it."""

from techcoop.evaluation.queries.contents import Contents, contents
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

__all__ = [
    "Contents",
    "contents",
    "concluded_findings",
    "concluded_lessons",
    "concluded_recommendations",
    "evaluations",
    "findings",
    "for_project",
    "missing_before_closing",
    "missing_before_finalising",
    "missing_before_publishing",
    "projects_in",
    "rated_on",
    "waiting_for",
]
