"""Everything that one evaluation says, for its file."""

from dataclasses import dataclass

from django.db.models import Prefetch

from techcoop.evaluation.models import (
    Criterion,
    Evaluation,
    EvaluationRecommendation,
    Finding,
    Lesson,
    Rating,
)


@dataclass(frozen=True)
class Judgement:
    """A criterion, its mark if it has one, and how many findings speak to it."""

    criterion: Criterion
    rating: Rating | None
    findings: int


@dataclass(frozen=True)
class Contents:
    """Findings with their evidence, marks, lessons, recommendations with their findings."""

    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    lessons: tuple[Lesson, ...]
    recommendations: tuple[EvaluationRecommendation, ...]


def contents(evaluation: Evaluation) -> Contents:
    """What an evaluation says; six queries whatever its length."""
    findings = tuple(evaluation.findings.select_related("state").prefetch_related("evidence"))
    ratings = {one.criterion: one for one in evaluation.ratings.all()}
    numbers = Prefetch("findings", Finding.objects.only("pk", "number").order_by("number"))
    return Contents(
        findings=findings,
        judgements=tuple(
            Judgement(
                criterion,
                ratings.get(criterion),
                sum(one.criterion == criterion for one in findings),
            )
            for criterion in Criterion
        ),
        lessons=tuple(evaluation.lessons.all()),
        recommendations=tuple(evaluation.recommendations.prefetch_related(numbers)),
    )
