"""National human rights action plans, through their five stages to the plan that comes after."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.fact import Fact, known_day, once, sensible_days
from techcoop.journal.models import keeps_row_history

# The five stages of the Handbook on National Human Rights Plans of Action (HR/P/PT/10).
STAGES = {
    "preparation_on": _("Preparatory phase"),
    "development_on": _("Development phase"),
    "implementation_on": _("Implementation phase"),
    "monitoring_on": _("Monitoring phase"),
    "review_on": _("Review phase"),
}


@keeps_row_history()
class ActionPlan(Fact):
    """One national human rights action plan, with the day on which each of its stages began."""

    KEY = ("title",)

    title = models.CharField(_("title"), max_length=300)
    from_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    adopted_on = known_day(_("adopted on"))
    preparation_on = known_day(STAGES["preparation_on"])
    development_on = known_day(STAGES["development_on"])
    implementation_on = known_day(STAGES["implementation_on"])
    monitoring_on = known_day(STAGES["monitoring_on"])
    review_on = known_day(STAGES["review_on"])
    successor = models.CharField(_("plan that comes after"), max_length=300, blank=True)

    class Meta(Fact.Meta):
        verbose_name = _("national human rights action plan")
        verbose_name_plural = _("national human rights action plans")
        ordering = (F("from_year").desc(nulls_last=True), "title")
        constraints = [
            once("an_action_plan_of_a_state_stands_once", "title"),
            sensible_days("an_action_plan_has_sensible_days", "adopted_on", *STAGES),
            models.CheckConstraint(
                condition=Q(from_year=None) | Q(to_year=None) | Q(to_year__gte=F("from_year")),
                name="an_action_plan_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def stages(self) -> list[tuple[str, str]]:
        """The stages that it has come to, each with its day."""
        return [(str(label), day) for name, label in STAGES.items() if (day := getattr(self, name))]
