"""The projects that an assessment proposes."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models.assessment import NeedsAssessment
from techcoop.assessments.models.guards import stays_once_approved, stays_with_its
from techcoop.assessments.models.need import Need
from techcoop.assessments.models.row import Row
from techcoop.journal.models import keeps_row_history, ties


@keeps_row_history()
class ProposedProject(Row):
    """A project that could answer needs that were found; a project document may be drafted from it."""

    NOUN = "proposed_project"
    WRITTEN = ("title", "purpose", "needs", "recommendations")

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="proposed_projects")
    title = models.CharField(_("title"), max_length=300)
    purpose = models.TextField(_("what it would achieve"), blank=True)
    needs = models.ManyToManyField(Need, related_name="+", blank=True, verbose_name=_("needs it answers"))
    recommendations = models.ManyToManyField(
        Recommendation, related_name="+", blank=True, verbose_name=_("recommendations it serves")
    )

    class Meta:
        verbose_name = _("proposed project")
        verbose_name_plural = _("proposed projects")
        ordering = ("pk",)
        triggers = [stays_once_approved()]

    def __str__(self) -> str:
        return self.title


for field in ("needs", "recommendations"):
    pgtrigger.register(stays_with_its("proposedproject"))(ties(ProposedProject, field))
