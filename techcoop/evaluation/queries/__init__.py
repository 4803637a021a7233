"""Questions about evaluations, what they found and what became of it."""

from techcoop.evaluation.queries.gates import (
    missing_before_closing,
    missing_before_finalising,
    missing_before_publishing,
)
from techcoop.evaluation.queries.lists import (
    concluded_findings,
    concluded_recommendations,
    evaluations,
    for_project,
    waiting_for,
)

__all__ = [
    "concluded_findings",
    "concluded_recommendations",
    "evaluations",
    "for_project",
    "missing_before_closing",
    "missing_before_finalising",
    "missing_before_publishing",
    "waiting_for",
]
