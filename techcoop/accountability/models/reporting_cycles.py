"""Reports to the treaty bodies: each cycle from the day on which the report is due to the follow-up."""

from django.db import models
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.fact import Fact, known_day, once, sensible_days
from techcoop.accountability.models.facts import Instrument
from techcoop.atlas.models import State
from techcoop.documents.models import Source
from techcoop.journal.models import keeps_row_history
from techcoop.programme.models import Parameter
from techcoop.web.writing import short_day

DAYS_OF_A_CYCLE = (
    "submitted_on", "list_of_issues_on", "replies_on", "dialogue_on", "concluded_on", "follow_up_assessed_on",
)  # fmt: skip


class CycleStatus(models.TextChoices):
    """How far a cycle has come; overdue is counted from the day where a source names it, never stored."""

    DUE = "due", _("Due")
    OVERDUE = "overdue", _("Overdue")
    NOT_KNOWN = "not_known", _("Not known whether submitted")
    SUBMITTED = "submitted", _("Submitted")
    LIST_OF_ISSUES = "list_of_issues", _("List of issues")
    REPLIES = "replies", _("Replies to the list of issues")
    DIALOGUE = "dialogue", _("Dialogue held")
    CONCLUDED = "concluding_observations", _("Concluding observations")
    FOLLOW_UP_DUE = "follow_up_due", _("Follow-up due")
    FOLLOW_UP_ASSESSED = "follow_up_assessed", _("Follow-up assessed")


@keeps_row_history()
class ReportingCycle(Fact):
    """One report of a State under one treaty; the initial report is number one."""

    KEY = ("instrument_id", "serial")

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+", verbose_name=_("instrument"))
    serial = models.PositiveSmallIntegerField(_("number of the report"))
    due_on = models.DateField(_("due date set by the treaty body"), null=True, blank=True)
    due_set_in = models.CharField(_("document that set the due date"), max_length=80, blank=True)
    submitted_on = known_day(_("submitted on"))
    list_of_issues_on = known_day(_("list of issues of"))
    replies_on = known_day(_("replies of"))
    dialogue_on = known_day(_("dialogue held on"))
    concluded_on = known_day(_("concluding observations of"))
    symbol = models.CharField(_("symbol of the concluding observations"), max_length=80, blank=True)
    follow_up_due_on = models.DateField(_("follow-up due on"), null=True, blank=True)
    follow_up_assessed_on = known_day(_("follow-up assessed on"))

    class Meta(Fact.Meta):
        verbose_name = _("reporting cycle")
        verbose_name_plural = _("reporting cycles")
        ordering = ("instrument__position", "serial")
        constraints = [
            once("a_report_of_a_state_stands_once", "instrument", "serial"),
            sensible_days("a_reporting_cycle_has_sensible_days", *DAYS_OF_A_CYCLE),
        ]

    def __str__(self) -> str:
        return f"{self.instrument.code} {self.serial}"


class DueRule(models.TextChoices):
    """Which rule gave the day on which a report is due."""

    SET = "set", _("set by the treaty body")
    INITIAL = "initial", _("counted from entry into force")
    DUE = "due", _("counted from the report before")
    REVIEW = "review", _("counted from the review before")
    NONE = "none", _("not known")


class DueReport(models.Model):
    """A report that was or is due, with the rule that gave the day: a view, counted anew each time."""

    state = models.ForeignKey(State, models.DO_NOTHING, related_name="+")
    instrument = models.ForeignKey(Instrument, models.DO_NOTHING, related_name="+")
    serial = models.PositiveSmallIntegerField(_("number of the report"))
    cycle = models.ForeignKey(ReportingCycle, models.DO_NOTHING, null=True, related_name="+")
    due_on = models.DateField(_("due on"), null=True)
    rule = models.CharField(_("rule"), max_length=10, choices=DueRule)
    counted_from = models.DateField(_("counted from"), null=True)
    years = models.PositiveSmallIntegerField(_("years"), null=True)
    parameter = models.ForeignKey(Parameter, models.DO_NOTHING, null=True, related_name="+")
    status = models.CharField(_("status"), max_length=30, choices=CycleStatus)
    submitted_on = models.CharField(_("submitted on"), max_length=10)
    source = models.ForeignKey(Source, models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "accountability_duereport"
        verbose_name = _("report that is due")
        verbose_name_plural = _("reports that are due")
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return gettext("%(instrument)s, report %(number)s") % {
            "instrument": self.instrument.code,
            "number": self.serial,
        }

    @property
    def standing(self) -> str:
        """Its status in words; where nobody knows, with the day of the newest source that could have told."""
        words = str(self.get_status_display())
        if self.status != CycleStatus.NOT_KNOWN:
            return words
        day = short_day(self.source.retrieved_on)
        return gettext("%(status)s; newest source of %(day)s") % {"status": words, "day": day}

    @property
    def is_by_rule_alone(self) -> bool:
        """Whether no report under the treaty was taken in: what is owed is then counted by its rule alone."""
        return self.cycle_id is None and self.serial == 1

    @property
    def why(self) -> str:
        """The rule that gave the day, in words."""
        years, words = self.years or 0, str(self.get_rule_display())
        if self.rule == DueRule.INITIAL:
            words = ngettext(
                "%(years)s year after entry into force", "%(years)s years after entry into force", years
            )
        elif self.rule == DueRule.DUE:
            words = ngettext(
                "%(years)s year after the report before was due",
                "%(years)s years after the report before was due",
                years,
            )
        elif self.rule == DueRule.REVIEW:
            words = ngettext(
                "%(years)s year after the review before", "%(years)s years after the review before", years
            )
        words = words % {"years": years}
        if self.is_by_rule_alone:
            return gettext("%(rule)s; counted by rule, no cycle taken in") % {"rule": words}
        return words
