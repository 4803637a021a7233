"""What the programme consists of: five components, seven forms of assistance, two families of funds."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import in_language
from techcoop.documents.models import Source
from techcoop.journal.models import keeps_row_history


class Component(models.TextChoices):
    """The five components: a closed list."""

    LAWS = "C1", _("Standards in national laws and policies")
    INSTITUTIONS = "C2", _("National institutions for human rights and democracy")
    ACTION_PLANS = "C3", _("National plans of action")
    EDUCATION = "C4", _("Human rights education and training")
    CULTURE = "C5", _("Promoting a human rights culture")


class FormOfAssistance(models.TextChoices):
    """The seven forms in which assistance is given: a closed list."""

    ADVISORY_SERVICES = "F1", _("Expert advisory services")
    TRAINING_COURSES = "F2", _("Training courses")
    WORKSHOPS = "F3", _("Workshops and seminars")
    FELLOWSHIPS = "F4", _("Fellowships")
    GRANTS = "F5", _("Grants")
    INFORMATION = "F6", _("Information and documentation")
    NEEDS_ASSESSMENT = "F7", _("Assessment of domestic human rights needs")


class FundFamily(models.TextChoices):
    """The families of funds, apart in every account; what an old record does not say stays unsaid."""

    REGULAR_BUDGET = "regular_budget", _("Regular budget")
    VOLUNTARY_FUND = "voluntary_fund", _("Voluntary Fund")
    NOT_RECORDED = "not_recorded", _("Not recorded")


# It was set up on 16 November 1987 (Commission on Human Rights, resolution 1987/38) and has given since 1988.
VOLUNTARY_FUND_SINCE = date(1988, 1, 1)


class Scope(models.TextChoices):
    """How far something reaches."""

    NATIONAL = "national", _("National")
    MULTI_STATE = "multi_state", _("Several States")
    REGIONAL = "regional", _("Regional")
    GLOBAL = "global", _("Global")


@keeps_row_history()
class Parameter(models.Model):
    """Something that can change: a threshold, a period, a target, with its effective date and source."""

    name = models.CharField(_("name"), max_length=80)
    value = models.JSONField(_("value"))
    effective_from = models.DateField(_("effective from"))
    source = models.CharField(_("source"), max_length=300)
    is_verified = models.BooleanField(_("taken from a source that was seen"), default=False)

    class Meta:
        verbose_name = _("parameter")
        verbose_name_plural = _("parameters")
        ordering = ("name", "-effective_from")
        constraints = [
            models.UniqueConstraint(
                fields=["name", "effective_from"], name="a_parameter_changes_once_a_day_at_most"
            )
        ]

    def __str__(self) -> str:
        return self.name


@keeps_row_history()
class SustainableGoal(models.Model):
    """A Sustainable Development Goal or, below a goal, one of its targets."""

    code = models.CharField(_("code"), max_length=6, unique=True)
    goal = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="targets", verbose_name=_("goal")
    )
    names = models.JSONField(_("names by language"), default=dict)
    position = models.CharField(_("place in the list"), max_length=8)
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("sustainable development goal or target")
        verbose_name_plural = _("sustainable development goals and targets")
        ordering = ("position",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(goal=None, code__regex=r"^[1-9]\d?$")
                | models.Q(goal__isnull=False, code__regex=r"^[1-9]\d?\.(\d{1,2}|[a-z])$"),
                name="a_target_stands_below_a_goal",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.name}" if self.goal_id else self.name

    @property
    def name(self) -> str:
        """The name in the reader's language, else in the first in which it was issued."""
        return in_language(self.names) or next(iter(self.names.values()), "")
