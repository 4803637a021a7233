"""The needs that an assessment found."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models.assessment import NeedsAssessment
from techcoop.assessments.models.guards import stays_once_approved, stays_with_its
from techcoop.assessments.models.row import Row
from techcoop.journal.models import keeps_row_history, ties
from techcoop.programme.models import Component
from techcoop.web.writing import opening


@keeps_row_history()
class Need(Row):
    """A need that was found: what the standard asks, what there is, and what could be done."""

    NOUN = "need"
    WRITTEN = ("component", "statement", "proposed_action", "recommendations")

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="needs")
    component = models.CharField(_("component"), max_length=2, choices=Component)
    statement = models.TextField(_("need"))
    proposed_action = models.TextField(_("proposed action"), blank=True)
    recommendations = models.ManyToManyField(
        Recommendation, related_name="+", blank=True, verbose_name=_("recommendations that name it")
    )

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ("pk",)
        triggers = [stays_once_approved()]
        constraints = [
            models.CheckConstraint(
                condition=Q(component__in=Component.values),
                name="a_need_belongs_to_one_of_the_five_components",
            ),
        ]

    def __str__(self) -> str:
        return opening(self.statement)


pgtrigger.register(stays_with_its("need"))(ties(Need, "recommendations"))
