"""What people do with evaluations and reviews."""

from techcoop.evaluation.actions.evaluations import Plan, close, draft, finalise, plan, rate, revise
from techcoop.evaluation.actions.findings import (
    Advice,
    Grounds,
    Observation,
    add_evidence,
    add_finding,
    add_lesson,
    add_recommendation,
    remove_finding,
)
from techcoop.evaluation.actions.responses import Answer, follow_up, publish_response, respond

__all__ = [
    "Advice",
    "Answer",
    "Grounds",
    "Observation",
    "Plan",
    "add_evidence",
    "add_finding",
    "add_lesson",
    "add_recommendation",
    "close",
    "draft",
    "finalise",
    "follow_up",
    "plan",
    "publish_response",
    "rate",
    "remove_finding",
    "respond",
    "revise",
]
