"""Activities: assistance as it is given, each in exactly one of the seven forms."""

from decimal import Decimal

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.delivery.statuses import LIFECYCLE, ActivityStatus
from techcoop.journal.models import keeps_row_history, lives_by, stays_as_it_was
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.models import VOLUNTARY_FUND_SINCE, FormOfAssistance, FundFamily
from techcoop.projects.models import Project
from techcoop.projects.models.guards import ONLY_NOTED


def lies_within_its_project(operation: pgtrigger.Operation, activities: str) -> pgtrigger.Trigger:
    """Refuse days outside those of a project that is carried out; nobody vouches for an older record's."""
    return pgtrigger.Trigger(
        name="an_activity_lies_within_its_project",
        when=pgtrigger.After,
        operation=operation,
        func=f"""
            IF EXISTS (
                SELECT FROM delivery_activity AS activity
                  JOIN projects_project AS project ON project.id = activity.project_id
                 WHERE {activities} AND activity.status <> 'cancelled'
                   AND project.status NOT IN ({ONLY_NOTED})
                   AND (activity.starts_on < project.starts_on OR activity.ends_on > project.ends_on)
            ) THEN
                RAISE EXCEPTION 'an activity lies within the dates of its project';
            END IF;
            RETURN NULL;
        """,
    )


def no_voluntary_fund_before_it_was(operation: pgtrigger.Operation, activity: str) -> pgtrigger.Trigger:
    """Refuse a cost to a fund that was not there yet."""
    return pgtrigger.Trigger(
        name="no_voluntary_fund_before_1988",
        when=pgtrigger.After,
        operation=operation,
        func=f"""
            IF EXISTS (
                SELECT FROM delivery_activitycost AS cost
                  JOIN delivery_activity AS activity ON activity.id = cost.activity_id
                 WHERE activity.id = {activity} AND activity.ends_on < DATE '{VOLUNTARY_FUND_SINCE}'
                   AND cost.family = 'voluntary_fund' AND cost.amount > 0
            ) THEN
                RAISE EXCEPTION 'the Voluntary Fund has given money since 1988';
            END IF;
            RETURN NULL;
        """,
    )


# Nobody vouches for where an older record's activities were, either.
IN_A_STATE_OF_ITS_PROJECT = pgtrigger.Trigger(
    name="an_activity_is_in_a_state_of_its_project",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("project_id", "state_id"),
    condition=pgtrigger.Q(new__state__isnull=False),
    func=f"""
        IF EXISTS (
            SELECT FROM projects_project AS project
             WHERE project.id = NEW.project_id AND project.status NOT IN ({ONLY_NOTED})
               AND NEW.state_id <> ALL (
                   SELECT state_id FROM projects_projectstate WHERE project_id = project.id)
               AND (EXISTS (SELECT FROM projects_projectstate WHERE project_id = project.id)
                    OR project.region_id IS NOT NULL AND NOT EXISTS (
                        SELECT FROM atlas_state_regions AS part
                         WHERE part.state_id = NEW.state_id AND part.region_id = project.region_id))
        ) THEN
            RAISE EXCEPTION 'an activity is in a State that its project reaches';
        END IF;
        RETURN NULL;
    """,
)


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Words about activities."""

    def visible_to(self, user: User) -> "ActivityQuerySet":
        """What a person may see: the activities of the projects that the person may see.

        Whoever only follows what happens in some States, as governments do, sees of a project that reaches
        others, too, what is done in these States or in no single one; a role in the project shows all of it.
        """
        if user.can_everywhere(Permission.SEE_PROJECTS):
            return self
        seen = Project.objects.visible_to(user)
        followed, worked_on = map(user.states_for, (Permission.SEE_PROJECTS, Permission.SEE_WORKING_NOTES))
        if followed <= worked_on:
            return self.filter(project__in=seen)
        here = Q(state=None) | Q(state__in=followed)
        worked_in = seen.touched_by(user, Permission.SEE_WORKING_NOTES)
        return self.filter(here | Q(project__in=worked_in), project__in=seen)

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
        triggers = [
            *lives_by(LIFECYCLE),
            lies_within_its_project(
                pgtrigger.Insert | pgtrigger.UpdateOf("project_id", "starts_on", "ends_on", "status"),
                "activity.id = NEW.id",
            ),
            no_voluntary_fund_before_it_was(pgtrigger.UpdateOf("ends_on"), "NEW.id"),
            IN_A_STATE_OF_ITS_PROJECT,
            stays_as_it_was(
                "an_activity_stays_in_its_project", "project", says="an activity stays in its project"
            ),
            stays_as_it_was(
                "what_was_held_stays_as_it_was_planned",
                *("form", "title", "description", "state", "place", "starts_on", "ends_on"),
                once=~pgtrigger.Q(old__status=ActivityStatus.PLANNED.value),
                says="an activity that was held or cancelled stays as it was planned",
            ),
        ]

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
        triggers = [
            no_voluntary_fund_before_it_was(pgtrigger.Insert | pgtrigger.Update, "NEW.activity_id"),
            stays_as_it_was(
                "a_cost_stays_with_its_activity", "activity", says="a cost stays with its activity"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_family_display()}"


class ProjectOfActivities(Project):
    """A project in which activities lie: its days do not leave them outside."""

    class Meta:
        proxy = True
        triggers = [
            lies_within_its_project(
                pgtrigger.UpdateOf("starts_on", "ends_on", "status"), "activity.project_id = NEW.id"
            )
        ]
