"""Evaluations: what was found, on what evidence, what was learnt, recommended and answered."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.statuses import (
    EVALUATION_LIFECYCLE,
    FOLLOW_UP_LIFECYCLE,
    EvaluationStatus,
    FollowUpStatus,
)
from techcoop.people.models import User
from techcoop.people.roles import Permission
from techcoop.programme.models import Component
from techcoop.projects.models import Project


class Criterion(models.TextChoices):
    """The six criteria of the OECD Development Assistance Committee (10 December 2019)."""

    RELEVANCE = "relevance", _("Relevance")
    COHERENCE = "coherence", _("Coherence")
    EFFECTIVENESS = "effectiveness", _("Effectiveness")
    EFFICIENCY = "efficiency", _("Efficiency")
    IMPACT = "impact", _("Impact")
    SUSTAINABILITY = "sustainability", _("Sustainability")


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Words about evaluations."""

    def visible_to(self, user: User) -> "EvaluationQuerySet":
        """What a person may see: evaluations everywhere, or of the projects that the person may see."""
        if user.can_everywhere(Permission.SEE_EVALUATIONS):
            return self
        if not user.can(Permission.SEE_EVALUATIONS):
            return self.none()
        return self.filter(project__in=Project.objects.visible_to(user))


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Evaluation(models.Model):
    """A look, by somebody independent, at what a project or a subject of the programme achieved."""

    title = models.CharField(_("title"), max_length=300)
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("project")
    )
    conducted_by = models.CharField(_("conducted by"), max_length=300, blank=True)
    began_on = models.DateField(_("began on"), null=True, blank=True)
    completed_on = models.DateField(_("completed on"), null=True, blank=True)
    method = models.TextField(_("method and its limits"), blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=EvaluationStatus, default=EvaluationStatus.PLANNED
    )
    status_since = models.DateTimeField(_("in this status since"))
    submission = models.UUIDField(_("key of the submitted form"), unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ("-completed_on", "-pk")
        triggers = [
            pgtrigger.Trigger(
                name="moves_along_the_table",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("status"),
                func=EVALUATION_LIFECYCLE.guard(),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def move(self, act: str) -> None:
        """Move along the table of the life cycle, or refuse."""
        self.status = EVALUATION_LIFECYCLE.after(self.status, act)


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Finding(models.Model):
    """Something that an evaluation found, in a State and about a component, with its evidence."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField(_("number"))
    statement = models.TextField(_("finding"))
    criterion = models.CharField(_("criterion"), max_length=20, choices=Criterion)
    component = models.CharField(_("component"), max_length=2, choices=Component, blank=True)
    state = models.ForeignKey(State, models.PROTECT, null=True, blank=True, related_name="+")
    is_strength = models.BooleanField(_("shows what worked"), default=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ("evaluation", "number")
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="a_finding_has_a_number_of_its_own")
        ]

    def __str__(self) -> str:
        return f"{self.evaluation}: {self.number}"


class Evidence(models.Model):
    """What a finding rests on."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", _("Document")
        INTERVIEWS = "interviews", _("Interviews")
        OBSERVATION = "observation", _("Observation")
        DATA = "data", _("Data")

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    description = models.TextField(_("what it is"))
    is_confidential = models.BooleanField(_("to be shown as a count only"), default=False)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.get_kind_display()


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Lesson(models.Model):
    """What the programme learnt from an evaluation."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="lessons")
    statement = models.TextField(_("lesson"))
    component = models.CharField(_("component"), max_length=2, choices=Component, blank=True)

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.statement[:80]


class Response(models.TextChoices):
    """What the programme answers to a recommendation of an evaluation."""

    ACCEPTED = "accepted", _("Accepted")
    PARTIALLY_ACCEPTED = "partially_accepted", _("Partially accepted")
    REJECTED = "rejected", _("Rejected")


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class EvaluationRecommendation(models.Model):
    """What an evaluation recommends to the programme, and what the programme answers and does."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("recommendation"))
    addressee = models.CharField(_("addressed to"), max_length=200)
    response = models.CharField(_("response"), max_length=20, choices=Response, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    owner = models.CharField(_("who acts"), max_length=200, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    status = models.CharField(
        _("follow-up"), max_length=20, choices=FollowUpStatus, default=FollowUpStatus.NOT_STARTED
    )

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
                condition=~Q(response="accepted") | ~Q(owner="") & Q(due_on__isnull=False),
                name="an_accepted_recommendation_has_an_owner_and_a_date",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="moves_along_the_table",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("status"),
                func=FOLLOW_UP_LIFECYCLE.guard(),
            )
        ]

    def __str__(self) -> str:
        return f"{self.evaluation}: {self.number}"

    def move(self, act: str) -> None:
        """Move along the table of the follow-up, or refuse."""
        self.status = FOLLOW_UP_LIFECYCLE.after(self.status, act)
