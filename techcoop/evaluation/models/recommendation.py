"""What evaluations recommend to the programme, what it answers, and what it does."""

from datetime import date

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.models.evaluation import Evaluation
from techcoop.evaluation.models.finding import Finding
from techcoop.evaluation.models.guards import stays_once_concluded
from techcoop.evaluation.statuses import CONCLUDED, FOLLOW_UP_LIFECYCLE, OPEN_FOLLOW_UP, FollowUpStatus
from techcoop.journal.models import keeps_row_history, lives_by
from techcoop.people.models import User


class Response(models.TextChoices):
    """What the programme answers to a recommendation of an evaluation."""

    ACCEPTED = "accepted", _("Accepted")
    PARTIALLY_ACCEPTED = "partially_accepted", _("Partially accepted")
    REJECTED = "rejected", _("Rejected")


class RecommendationQuerySet(models.QuerySet["EvaluationRecommendation"]):
    """Words about recommendations of evaluations."""

    def concluded(self) -> "RecommendationQuerySet":
        return self.filter(evaluation__status__in=CONCLUDED)

    def visible_to(self, user: User) -> "RecommendationQuerySet":
        return self.filter(evaluation__in=Evaluation.objects.visible_to(user).values("pk"))

    def completed_between(self, first_year: int, last_year: int) -> "RecommendationQuerySet":
        return self.filter(evaluation__completed_on__year__range=(first_year, last_year))

    def to_be_followed(self) -> "RecommendationQuerySet":
        """What was accepted, wholly or in part, and is not yet done."""
        return self.filter(status__in=OPEN_FOLLOW_UP).exclude(response__in=["", Response.REJECTED])

    def overdue(self, today: date) -> "RecommendationQuerySet":
        return self.to_be_followed().filter(due_on__lt=today)


@keeps_row_history()
class EvaluationRecommendation(models.Model):
    """What an evaluation recommends to the programme, and what the programme answers and does."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("recommendation"))
    addressee = models.CharField(_("addressed to"), max_length=200)
    findings = models.ManyToManyField(
        Finding, related_name="recommendations", verbose_name=_("findings that it rests on")
    )
    submission = models.UUIDField(_("key of the submitted form"), unique=True, db_default=RandomUUID())
    response = models.CharField(_("response"), max_length=20, choices=Response, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    owner = models.CharField(_("who acts"), max_length=200, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    status = models.CharField(
        _("follow-up"), max_length=20, choices=FollowUpStatus, default=FollowUpStatus.NOT_STARTED
    )

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation of an evaluation")
        verbose_name_plural = _("recommendations of evaluations")
        ordering = ("evaluation", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "number"], name="an_evaluation_numbers_its_recommendations"
            ),
            models.CheckConstraint(
                condition=~Q(response__in=["rejected", "partially_accepted"]) | ~Q(reason=""),
                name="a_rejection_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(response__in=["accepted", "partially_accepted"])
                | ~Q(owner="") & Q(due_on__isnull=False),
                name="an_accepted_recommendation_has_an_owner_and_a_date",
            ),
        ]
        triggers = [
            *lives_by(FOLLOW_UP_LIFECYCLE),
            stays_once_concluded("evaluation_id", "number", "text", "addressee"),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation}: {self.number}"

    @property
    def part(self) -> str:
        """What the journal calls this part of the evaluation."""
        return f"recommendation-{self.pk}"

    @property
    def is_followed(self) -> bool:
        """What was accepted, wholly or in part, is followed up."""
        return self.response in (Response.ACCEPTED, Response.PARTIALLY_ACCEPTED)

    def move(self, act: str) -> None:
        """Move along the table of the follow-up, or refuse."""
        self.status = FOLLOW_UP_LIFECYCLE.after(self.status, act)


class RestsOn(EvaluationRecommendation.findings.through):  # type: ignore[name-defined,misc]  # made by Django
    """That a recommendation rests on a finding; it does not come loose once the evaluation is concluded."""

    class Meta:
        proxy = True
        triggers = [
            stays_once_concluded(
                "evaluationrecommendation_id",
                "finding_id",
                evaluation="SELECT evaluation_id FROM evaluation_evaluationrecommendation"
                " WHERE id IN (OLD.evaluationrecommendation_id, NEW.evaluationrecommendation_id)",
            )
        ]
