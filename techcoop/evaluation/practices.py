"""The practices of evaluations, and of projects as far as they have to be evaluated."""

from django.db.models import Exists, Model, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.models import Evaluation, EvaluationRecommendation, Lesson, Rating
from techcoop.evaluation.statuses import CONCLUDED, EvaluationStatus
from techcoop.programme.practices import Asked, Practice
from techcoop.projects.models import Project, ProjectMoney
from techcoop.projects.queries.counting import has
from techcoop.projects.statuses import ProjectStatus

S = EvaluationStatus


def _has(part: type[Model], **so: object) -> Q:
    return Q(Exists(part._default_manager.filter(evaluation=OuterRef("pk"), **so)))


def _overdue(asked: Asked) -> Q:
    late = EvaluationRecommendation.objects.overdue(asked.today).filter(evaluation=OuterRef("pk"))
    return Q(Exists(late))


def _never_evaluated(asked: Asked) -> Q:
    looked_at = Evaluation.objects.filter(project=OuterRef("pk"))
    costly = Q(has(ProjectMoney, required__gte=asked.thresholds["dollars"]))
    return costly & Q(status_since__date__lt=asked.days_ago()) & ~Q(Exists(looked_at))


PRACTICES = (
    Practice(
        "evaluations.answered",
        Evaluation,
        _("The programme answers an evaluation within %(days)s days after it is final."),
        _("It is final and not answered. Answer each recommendation, and publish the response."),
        lambda asked: Q(status_since__date__lt=asked.days_ago()),
        among=Q(status=S.FINAL),
    ),
    Practice(
        "evaluations.followed_up",
        Evaluation,
        _("What the programme has accepted is done by the day it named."),
        _("Something that was accepted is overdue. Say how far it is, or that events have overtaken it."),
        _overdue,
        among=Q(status__in=CONCLUDED),
    ),
    Practice(
        "evaluations.finished",
        Evaluation,
        _("An evaluation is final within %(days)s days after it began."),
        _("It began and is not final. Ask those who conduct it what it lacks."),
        lambda asked: Q(began_on__lt=asked.days_ago()),
        among=Q(status__in=(S.PLANNED, S.DRAFT)),
    ),
    Practice(
        "evaluations.rated",
        Evaluation,
        _("A concluded evaluation marks at least one of the six criteria."),
        _("No criterion is marked: no comparison counts it. Let the next evaluation say it in its terms."),
        lambda asked: ~_has(Rating),
        among=Q(status__in=CONCLUDED),
    ),
    Practice(
        "evaluations.lessons",
        Evaluation,
        _("From a concluded evaluation the programme takes at least one lesson."),
        _("No lesson is recorded: later projects learn nothing of it. Ask for lessons in the next terms."),
        lambda asked: ~_has(Lesson),
        among=Q(status__in=CONCLUDED),
    ),
    Practice(
        "evaluations.advice_rests",
        Evaluation,
        _("Each recommendation of an evaluation rests on a finding."),
        _("A recommendation rests on no finding. Ask the evaluators on what they base it."),
        lambda asked: _has(EvaluationRecommendation, findings=None),
        among=~Q(status=S.PLANNED),
    ),
    Practice(
        "evaluations.costly_projects",
        Project,
        _("A project of US$ %(dollars)s or more is evaluated within %(days)s days after it is completed."),
        _("It was completed and nobody has evaluated it. Plan an evaluation."),
        _never_evaluated,
        among=Q(status__in=(ProjectStatus.COMPLETED, ProjectStatus.CLOSED)),
    ),
)
