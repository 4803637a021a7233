"""Capacities on which assistance can build, and the risks that it runs."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models.assessment import NeedsAssessment
from techcoop.assessments.models.guards import stays_once_approved
from techcoop.assessments.models.row import Row
from techcoop.journal.models import keeps_row_history
from techcoop.web.writing import opening

LEAST, MOST = 1, 5


@keeps_row_history()
class Capacity(Row):
    """What somebody in the country can do already, and what they lack."""

    NOUN = "capacity"
    WRITTEN = ("holder", "strength", "weakness")

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="capacities")
    holder = models.CharField(_("whose capacity"), max_length=200)
    strength = models.TextField(_("what is there"), blank=True)
    weakness = models.TextField(_("what is lacking"), blank=True)

    class Meta:
        verbose_name = _("capacity")
        verbose_name_plural = _("capacities")
        ordering = ("pk",)
        triggers = [stays_once_approved()]

    def __str__(self) -> str:
        return self.holder


class RiskKind(models.TextChoices):
    """Where a risk comes from."""

    POLITICAL = "political", _("Political")
    SECURITY = "security", _("Security")
    FIDUCIARY = "fiduciary", _("Fiduciary")
    OPERATIONAL = "operational", _("Operational")
    REPUTATIONAL = "reputational", _("Reputational")
    PROTECTION = "protection", _("Protection, do no harm")


class RiskResponse(models.TextChoices):
    """What is done about a risk."""

    AVOID = "avoid", _("Avoid")
    REDUCE = "reduce", _("Reduce")
    TRANSFER = "transfer", _("Transfer")
    ACCEPT = "accept", _("Accept")


def degree(label: object) -> models.PositiveSmallIntegerField:
    """A degree from 1 to 5."""
    bounds = [MinValueValidator(LEAST), MaxValueValidator(MOST)]
    return models.PositiveSmallIntegerField(label, validators=bounds)  # type: ignore[arg-type]


@keeps_row_history()
class Risk(Row):
    """What could go wrong, how likely and how grave, and what is done about it."""

    NOUN = "risk"
    WRITTEN = ("statement", "kind", "likelihood", "impact", "response", "measures")

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="risks")
    statement = models.TextField(_("risk"))
    kind = models.CharField(_("kind"), max_length=20, choices=RiskKind)
    likelihood = degree(_("likelihood"))
    impact = degree(_("impact"))
    response = models.CharField(_("response"), max_length=20, choices=RiskResponse)
    measures = models.TextField(_("measures"), blank=True)

    class Meta:
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        ordering = ("pk",)
        triggers = [stays_once_approved()]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=RiskKind.values), name="a_risk_is_of_one_of_the_kinds"
            ),
            models.CheckConstraint(
                condition=Q(response__in=RiskResponse.values),
                name="a_risk_is_answered_in_one_of_the_four_ways",
            ),
            models.CheckConstraint(
                condition=Q(
                    likelihood__range=(LEAST, MOST),
                    impact__range=(LEAST, MOST),
                ),
                name="likelihood_and_impact_go_from_one_to_five",
            ),
        ]

    def __str__(self) -> str:
        return opening(self.statement)

    @property
    def weight(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact
