"""How far a recommendation is implemented, as the State itself or a mechanism has assessed it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.fact import Fact, known_day, sensible_days
from techcoop.accountability.models.facts import Mechanism
from techcoop.journal.models import keeps_row_history


@keeps_row_history()
class Implementation(Fact):
    """One assessment of one recommendation; assistance points at it, and never makes or changes one."""

    KEY = ("source_key", "mechanism_id", "assessed_on")

    # The recommendation, by the key under which its source has it; the table holds that there is one.
    source_key = models.CharField(_("key of the recommendation in its source"), max_length=80)
    mechanism = models.ForeignKey(
        Mechanism, models.PROTECT, null=True, related_name="+", verbose_name=_("mechanism that assessed it")
    )
    assessed_on = known_day(_("assessed on"))
    grade = models.CharField(_("as the source words it"), max_length=200)
    scale = models.CharField(_("scale"), max_length=200, blank=True)
    symbol = models.CharField(_("document"), max_length=80, blank=True)

    class Meta(Fact.Meta):
        verbose_name = _("assessment of implementation")
        verbose_name_plural = _("assessments of implementation")
        ordering = ("-assessed_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["state", "source_key", "mechanism", "assessed_on"],
                nulls_distinct=False,
                name="a_recommendation_is_assessed_once_a_day_by_one",
            ),
            sensible_days("an_assessment_of_implementation_has_a_sensible_day", "assessed_on"),
            models.CheckConstraint(
                condition=~models.Q(assessed_on="") & ~models.Q(grade=""),
                name="an_assessment_of_implementation_says_what_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.grade

    @property
    def assessor(self) -> str:
        """Who says so: a mechanism, or the State itself."""
        return str(self.mechanism or _("The State itself"))
