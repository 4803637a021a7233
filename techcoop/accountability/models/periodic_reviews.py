"""The universal periodic review of a State, cycle by cycle."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.fact import Fact, known_day, once, sensible_days
from techcoop.journal.models import keeps_row_history


@keeps_row_history()
class PeriodicReview(Fact):
    """One review: when it was held, what the State handed in; how many recommendations is counted."""

    KEY = ("cycle",)

    cycle = models.PositiveSmallIntegerField(_("cycle"))
    session = models.PositiveSmallIntegerField(_("session"), null=True, blank=True)
    reviewed_on = known_day(_("reviewed on"))
    report_on = known_day(_("national report of"))
    report_symbol = models.CharField(_("symbol of the national report"), max_length=80, blank=True)
    outcome_on = known_day(_("outcome adopted on"))
    outcome_symbol = models.CharField(_("symbol of the outcome"), max_length=80, blank=True)
    mid_term_on = known_day(_("voluntary mid-term report of"))

    class Meta(Fact.Meta):
        verbose_name = _("universal periodic review of a State")
        verbose_name_plural = _("universal periodic reviews of States")
        ordering = ("-cycle",)
        constraints = [
            once("a_state_is_reviewed_once_in_a_cycle", "cycle"),
            sensible_days(
                "a_periodic_review_has_sensible_days", "reviewed_on", "report_on", "outcome_on", "mid_term_on"
            ),
        ]

    def __str__(self) -> str:
        return gettext("Cycle %(cycle)s of the review") % {"cycle": self.cycle}
