"""The table of legal gaps: a right, the national norm, what is missing, what could be done."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Instrument, Recommendation
from techcoop.assessments.models.assessment import NeedsAssessment
from techcoop.assessments.models.guards import stays_once_approved
from techcoop.assessments.models.row import Row
from techcoop.journal.models import keeps_row_history


@keeps_row_history()
class LegalGap(Row):
    """What national law lacks against a standard that a treaty sets or a mechanism recalls."""

    NOUN = "legal_gap"
    WRITTEN = ("right", "national_norm", "gap", "proposed_action", "instrument", "recommendation")

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="legal_gaps")
    right = models.CharField(_("right"), max_length=200)
    national_norm = models.TextField(_("national norm"), blank=True)
    gap = models.TextField(_("gap"))
    proposed_action = models.TextField(_("proposed action"), blank=True)
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("instrument")
    )
    recommendation = models.ForeignKey(
        Recommendation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recommendation"),
    )

    class Meta:
        verbose_name = _("legal gap")
        verbose_name_plural = _("legal gaps")
        ordering = ("pk",)
        triggers = [stays_once_approved()]

    def __str__(self) -> str:
        return self.right
