"""What people do with evaluations and reviews."""

from techcoop.evaluation.actions.evaluations import MARKS, Plan, close, draft, finalise, plan, rate, revise
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
from techcoop.evaluation.actions.printing import order_prints, print_review
from techcoop.evaluation.actions.responses import (
    Answer,
    check_follow_up,
    follow_up,
    publish_response,
    respond,
)
from techcoop.evaluation.actions.reviews import (
    Wanted,
    ask_for_review,
    compose_review,
    fail_review,
    snapshot,
    start_again,
)
from techcoop.evaluation.actions.rewording import revise_finding, revise_lesson, revise_recommendation

__all__ = [
    "MARKS",
    "Advice",
    "Answer",
    "Grounds",
    "Observation",
    "Plan",
    "Wanted",
    "add_evidence",
    "add_finding",
    "add_lesson",
    "add_recommendation",
    "ask_for_review",
    "check_follow_up",
    "close",
    "compose_review",
    "draft",
    "fail_review",
    "finalise",
    "follow_up",
    "order_prints",
    "plan",
    "print_review",
    "publish_response",
    "rate",
    "remove_finding",
    "respond",
    "revise",
    "revise_finding",
    "revise_lesson",
    "revise_recommendation",
    "snapshot",
    "start_again",
]
