"""How urgent each need is, as each assessor sees it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models.guards import stays_with_its
from techcoop.assessments.models.need import Need
from techcoop.journal.models import keeps_row_history


@keeps_row_history()
class Score(models.Model):
    """What one assessor gave one need on one criterion, unseen by the others until all have scored."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="scores")
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    criterion = models.CharField(_("criterion"), max_length=40)
    value = models.PositiveSmallIntegerField(_("score"))

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ("pk",)
        triggers = [stays_with_its("need")]
        constraints = [
            models.UniqueConstraint(
                fields=["need", "assessor", "criterion"], name="an_assessor_scores_a_need_once_on_a_criterion"
            ),
            models.CheckConstraint(condition=Q(value__gte=1), name="a_score_is_one_at_least"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.value}"
