"""What evaluations found, on what evidence, and what was learnt from it."""

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.models.evaluation import Criterion, Evaluation
from techcoop.evaluation.models.guards import no_finding_without_evidence, stays_once_concluded
from techcoop.evaluation.statuses import CONCLUDED
from techcoop.journal.models import keeps_row_history
from techcoop.people.models import User
from techcoop.programme.models import Component
from techcoop.protection.fields import EncryptedTextField
from techcoop.web.writing import opening


class FindingQuerySet(models.QuerySet["Finding"]):
    """Words about findings."""

    def concluded(self) -> "FindingQuerySet":
        """Findings that can be relied on: those of evaluations that are final."""
        return self.filter(evaluation__status__in=CONCLUDED)

    def visible_to(self, user: User) -> "FindingQuerySet":
        return self.filter(evaluation__in=Evaluation.objects.visible_to(user).values("pk"))

    def completed_between(self, first_year: int, last_year: int) -> "FindingQuerySet":
        return self.filter(evaluation__completed_on__year__range=(first_year, last_year))


@keeps_row_history()
class Finding(models.Model):
    """Something that an evaluation found, in a State and about a component, with its evidence."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField(_("number"))
    statement = models.TextField(_("finding"))
    criterion = models.CharField(_("criterion"), max_length=20, choices=Criterion)
    component = models.CharField(_("component"), max_length=2, choices=Component, blank=True)
    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("State")
    )
    is_strength = models.BooleanField(_("shows what worked"), default=True)
    submission = models.UUIDField(_("key of the submitted form"), unique=True, db_default=RandomUUID())

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ("evaluation", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "number"], name="a_finding_has_a_number_of_its_own"
            ),
            models.CheckConstraint(
                condition=Q(criterion__in=Criterion.values), name="a_finding_goes_by_one_of_the_six_criteria"
            ),
            models.CheckConstraint(
                condition=Q(component__in=["", *Component.values]),
                name="a_finding_is_about_one_of_the_five_components_or_all",
            ),
        ]
        triggers = [
            no_finding_without_evidence(pgtrigger.Insert, "NEW.id"),
            stays_once_concluded(
                "evaluation_id", "number", "statement", "criterion", "component", "state_id", "is_strength"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation}: {self.number}"

    @property
    def part(self) -> str:
        """What the journal calls this part of the evaluation."""
        return f"finding-{self.pk}"


@keeps_row_history()
class Evidence(models.Model):
    """What a finding rests on."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", _("Document")
        INTERVIEWS = "interviews", _("Interviews")
        OBSERVATION = "observation", _("Observation")
        DATA = "data", _("Data")

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    # Open or confidential, it tells of conversations and cases: a stolen database says nothing of them.
    description = EncryptedTextField(_("what it is"))
    is_confidential = models.BooleanField(_("to be shown as a count only"), default=False)
    submission = models.UUIDField(_("key of the submitted form"), unique=True, db_default=RandomUUID())

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["document", "interviews", "observation", "data"]),
                name="evidence_is_of_one_of_the_four_kinds",
            )
        ]
        triggers = [
            no_finding_without_evidence(pgtrigger.Update | pgtrigger.Delete, "OLD.finding_id"),
            stays_once_concluded(
                "finding_id",
                "kind",
                "description",
                "is_confidential",
                evaluation="SELECT evaluation_id FROM evaluation_finding"
                " WHERE id IN (OLD.finding_id, NEW.finding_id)",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


@keeps_row_history()
class Lesson(models.Model):
    """What the programme learnt from an evaluation."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="lessons")
    statement = models.TextField(_("lesson"))
    component = models.CharField(_("component"), max_length=2, choices=Component, blank=True)
    submission = models.UUIDField(_("key of the submitted form"), unique=True, db_default=RandomUUID())

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(component__in=["", *Component.values]),
                name="a_lesson_is_about_one_of_the_five_components_or_all",
            )
        ]
        triggers = [stays_once_concluded("evaluation_id", "statement", "component")]

    def __str__(self) -> str:
        return opening(self.statement)

    @property
    def part(self) -> str:
        """What the journal calls this part of the evaluation."""
        return f"lesson-{self.pk}"
