"""The four inputs that every assessment weighs, each with what was made of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models.assessment import NeedsAssessment
from techcoop.assessments.models.guards import stays_once_approved
from techcoop.journal.models import keeps_row_history


class Input(models.TextChoices):
    """What must be weighed before needs are named."""

    TREATY_BODIES = "treaty_bodies", _("Recommendations of the treaty bodies")
    COUNCIL = "council", _("Recommendations of the Council and its mechanisms")
    BOARD = "board", _("Recommendations of the Board of Trustees")
    NATIONAL_VOICES = "national_voices", _("Views of a wide range of national voices")


@keeps_row_history()
class WeighedInput(models.Model):
    """One of the four inputs: what was considered and concluded, or why there was nothing."""

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="inputs")
    source = models.CharField(_("input"), max_length=20, choices=Input)
    considered = models.TextField(_("what was considered"), blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)
    why_none = models.TextField(_("why there is none"), blank=True)

    class Meta:
        verbose_name = _("input weighed")
        verbose_name_plural = _("inputs weighed")
        ordering = ("pk",)
        triggers = [stays_once_approved()]
        constraints = [
            models.CheckConstraint(condition=Q(source__in=Input.values), name="an_input_is_one_of_the_four"),
            models.UniqueConstraint(
                fields=["assessment", "source"], name="an_input_is_weighed_once_in_an_assessment"
            ),
            models.CheckConstraint(
                condition=Q(why_none="") | Q(considered="", conclusion=""),
                name="an_input_was_considered_or_it_is_said_why_not",
            ),
        ]

    def __str__(self) -> str:
        return str(Input(self.source).label)

    @property
    def is_weighed(self) -> bool:
        """Whether it says what was considered and concluded, or why there was nothing."""
        return bool(self.why_none.strip() or (self.considered.strip() and self.conclusion.strip()))


def part_of(source: str) -> str:
    """What the journal calls this input as a part of the assessment."""
    return f"input {source}"
