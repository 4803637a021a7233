"""Evaluations, what they found, and the reviews that bring them together."""

from techcoop.evaluation.models.evaluation import (
    Criterion,
    Evaluation,
    EvaluationKind,
    EvaluationQuerySet,
    Mark,
    Rating,
    marks_of,
)
from techcoop.evaluation.models.finding import Evidence, Finding, FindingQuerySet, Lesson
from techcoop.evaluation.models.print import Print
from techcoop.evaluation.models.recommendation import (
    EvaluationRecommendation,
    RecommendationQuerySet,
    Response,
)
from techcoop.evaluation.models.review import Review

__all__ = [
    "Criterion",
    "Evaluation",
    "EvaluationKind",
    "EvaluationQuerySet",
    "EvaluationRecommendation",
    "Evidence",
    "Finding",
    "FindingQuerySet",
    "Lesson",
    "Mark",
    "Print",
    "Rating",
    "RecommendationQuerySet",
    "Response",
    "Review",
    "marks_of",
]
