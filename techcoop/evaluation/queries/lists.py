"""Which evaluations, findings and recommendations there are, and what waits for somebody."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Finding, Lesson, Rating
from techcoop.evaluation.statuses import EvaluationStatus
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.projects.models import Project
from techcoop.web.waiting import Waiting


def evaluations(user: User) -> QuerySet[Evaluation]:
    """The evaluations that a person may see, with how much each says, for a list."""
    return (
        Evaluation.objects.visible_to(user)
        .select_related("project")
        .annotate(
            finding_count=Count("findings", distinct=True),
            recommendation_count=Count("recommendations", distinct=True),
        )
    )


def concluded_findings(user: User) -> QuerySet[Finding]:
    """What final evaluations found, as far as a person may see it, for a list."""
    seen = Finding.objects.visible_to(user).concluded()
    return seen.select_related("evaluation", "state").annotate(evidence_count=Count("evidence"))


def concluded_recommendations(user: User) -> QuerySet[EvaluationRecommendation]:
    """What final evaluations recommend, as far as a person may see it, for a list."""
    seen = EvaluationRecommendation.objects.visible_to(user).concluded()
    return seen.select_related("evaluation")


def concluded_lessons(user: User) -> QuerySet[Lesson]:
    """What was learnt from final evaluations, as far as a person may see it, for a list."""
    seen = Evaluation.objects.visible_to(user).concluded()
    return Lesson.objects.filter(evaluation__in=seen.values("pk")).select_related("evaluation")


def findings() -> QuerySet[Finding]:
    """All findings, to narrow evaluations by."""
    return Finding.objects.order_by()


def projects_in(iso3: list[str]) -> QuerySet[Project, Any]:
    """The keys of the projects that reach these States."""
    states = State.objects.filter(iso3__in=iso3).values_list("pk", flat=True)
    return Project.objects.reaching(list(states)).values("pk")


def rated_on(criterion: str, mark: str = "") -> QuerySet[Rating, Any]:
    """The keys of the evaluations that mark a criterion (so) and found something on it."""
    found = Finding.objects.filter(criterion=criterion).values("evaluation")
    rated = Rating.objects.filter(criterion=criterion, evaluation__in=found)
    return (rated.filter(mark=mark) if mark else rated).values("evaluation")


def for_project(project: Project, user: User) -> QuerySet[Evaluation]:
    """The evaluations of a project, as far as a person may see them."""
    return Evaluation.objects.visible_to(user).filter(project=project)


def waiting_for(user: User, today: date) -> list[Waiting]:
    """Evaluations to finish, those to answer, and answers whose promises are overdue."""
    S = EvaluationStatus
    seen = Evaluation.objects.visible_to(user)
    waiting = []
    if user.can(Permission.RECORD_EVALUATIONS):
        mine = seen.answered_for_by(user, Permission.RECORD_EVALUATIONS)
        own = mine.filter(status__in=(S.PLANNED, S.DRAFT), created_by=user)
        waiting.append(Waiting("evaluations_to_finish", _("Evaluations to finish"), own))
    if user.can(Permission.RESPOND_TO_EVALUATIONS):
        overdue = EvaluationRecommendation.objects.overdue(today).values("evaluation")
        ours = seen.answered_for_by(user, Permission.RESPOND_TO_EVALUATIONS)
        late = ours.filter(status=S.RESPONDED, pk__in=overdue)
        waiting += [
            Waiting("evaluations_to_answer", _("Evaluations to answer"), ours.filter(status=S.FINAL)),
            Waiting("evaluations_overdue", _("Evaluations whose follow-up is overdue"), late),
        ]
    return waiting
