"""What evaluations found, on what evidence, and what was learnt from it."""

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.models.evaluation import Criterion, Evaluation
from techcoop.evaluation.statuses import CONCLUDED
from techcoop.journal.models import keeps_row_history
from techcoop.people.models import User
from techcoop.programme.models import Component
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
            models.UniqueConstraint(fields=["evaluation", "number"], name="a_finding_has_a_number_of_its_own")
        ]
        triggers = [
            # Held at the end of the transaction, so that a finding and its evidence come together.
            pgtrigger.Trigger(
                name="no_finding_without_evidence",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func="""
                    IF EXISTS (SELECT FROM evaluation_finding WHERE id = NEW.id)
                        AND NOT EXISTS (SELECT FROM evaluation_evidence WHERE finding_id = NEW.id)
                    THEN RAISE EXCEPTION 'there is no finding without evidence';
                    END IF;
                    RETURN NULL;
                """,
            )
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
    submission = models.UUIDField(_("key of the submitted form"), unique=True, db_default=RandomUUID())

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("pk",)

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

    def __str__(self) -> str:
        return opening(self.statement)
