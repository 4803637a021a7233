"""Evaluations, what they found, and the reviews that bring them together."""

from techcoop.evaluation.models.evaluation import (
    Criterion,
    Evaluation,
    EvaluationQuerySet,
    EvaluationRecommendation,
    Evidence,
    Finding,
    Lesson,
    Response,
)
from techcoop.evaluation.models.review import Review

__all__ = [
    "Criterion",
    "Evaluation",
    "EvaluationQuerySet",
    "EvaluationRecommendation",
    "Evidence",
    "Finding",
    "Lesson",
    "Response",
    "Review",
]
