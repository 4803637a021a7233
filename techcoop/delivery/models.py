"""Activities: assistance as it is given, each in exactly one of the seven forms."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.delivery.statuses import LIFECYCLE, ActivityStatus
from techcoop.journal.models import follows_the_table, keeps_row_history
from techcoop.people.models import User
from techcoop.people.roles import Permission
from techcoop.programme.models import FormOfAssistance, FundFamily
from techcoop.projects.models import Project


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Words about activities."""

    def visible_to(self, user: User) -> "ActivityQuerySet":
        """What a person may see: the activities of the projects that the person may see.

        Whoever only follows what happens in some States, as governments do, sees of a project that reaches
        others, too, what is done in these States or in no single one.
        """
        if user.can_everywhere(Permission.SEE_PROJECTS):
            return self
        seen = Project.objects.visible_to(user)
        followed, worked_on = map(user.states_for, (Permission.SEE_PROJECTS, Permission.SEE_WORKING_NOTES))
        if followed <= worked_on:
            return self.filter(project__in=seen)
        here = Q(state=None) | Q(state__in=followed)
        return self.filter(here | Q(project__in=seen.reaching(worked_on)), project__in=seen)

    def held_between(self, first_year: int, last_year: int) -> "ActivityQuerySet":
        return self.filter(starts_on__year__lte=last_year, ends_on__year__gte=first_year)


@keeps_row_history()
class Activity(models.Model):
    """Something done for a State: a mission, a course, a workshop, a fellowship, a grant and so on."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+", verbose_name=_("project"))
    form = models.CharField(_("form of assistance"), max_length=2, choices=FormOfAssistance)
    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True)
    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("State")
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    status = models.CharField(
        _("status"), max_length=20, choices=ActivityStatus, default=ActivityStatus.PLANNED
    )
    status_since = models.DateTimeField(_("in this status since"))
    women = models.PositiveIntegerField(_("women reached"), null=True, blank=True)
    men = models.PositiveIntegerField(_("men reached"), null=True, blank=True)
    others = models.PositiveIntegerField(_("others reached, or sex not stated"), null=True, blank=True)
    outcome = models.TextField(_("what came of it"), blank=True)
    submission = models.UUIDField(_("key of the submitted form"), unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ("-starts_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="an_activity_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(status="held") | ~Q(outcome=""),
                name="an_activity_that_was_held_says_what_came_of_it",
            ),
            models.CheckConstraint(
                condition=Q(form__in=["F1", "F2", "F3", "F4", "F5", "F6", "F7"]),
                name="an_activity_has_one_of_the_seven_forms",
            ),
        ]
        indexes = [
            models.Index(fields=["project", "starts_on"]),
            models.Index(fields=["-starts_on", "-id"]),
        ]
        triggers = [follows_the_table(LIFECYCLE)]

    def __str__(self) -> str:
        return self.title

    def move(self, act: str) -> None:
        """Move along the table of the life cycle, or refuse."""
        self.status = LIFECYCLE.after(self.status, act)


@keeps_row_history()
class ActivityCost(models.Model):
    """What an activity cost, in one family of funds, in United States dollars."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="costs")
    family = models.CharField(_("family of funds"), max_length=20, choices=FundFamily)
    amount = models.DecimalField(_("amount (US$)"), max_digits=16, decimal_places=2, default=Decimal(0))

    class Meta:
        verbose_name = _("cost of an activity")
        verbose_name_plural = _("costs of activities")
        ordering = ("family",)
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "family"], name="an_activity_has_one_cost_in_a_family_of_funds"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="a_cost_is_never_below_zero"),
            models.CheckConstraint(
                condition=Q(family__in=FundFamily.values), name="a_cost_falls_to_one_of_the_families_of_funds"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_family_display()}"
