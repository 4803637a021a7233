"""A project: an undertaking of assistance that stands on a State's request."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func, GeneratedField, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models import NeedsAssessment, ProposedProject
from techcoop.atlas.models import Region, State
from techcoop.documents.models import Source
from techcoop.journal.models import keeps_row_history, lives_by
from techcoop.people.models import User
from techcoop.programme.models import FormOfAssistance, Scope
from techcoop.projects.models.guards import (
    GROUNDS,
    STAYS_AS_APPROVED,
    TAKEN_IN,
    components_sum_to_one_hundred,
    keeps_its_grounds,
    no_voluntary_fund_before_it_was,
)
from techcoop.projects.models.reaching import ProjectQuerySet
from techcoop.projects.statuses import LIFECYCLE, NOT_CARRIED_OUT, ProjectStatus
from techcoop.requests.models import StateRequest


class Precision(models.TextChoices):
    """How much of a date is known; records reach back to 1955, and often only the year is."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


@keeps_row_history(without=["search"])
class Project(models.Model):
    """An undertaking of assistance that stands on a State's request."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    legacy_code = models.CharField(_("code in an older record"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=500)
    summary = models.TextField(_("summary"), blank=True)
    language = models.CharField(_("language of the texts"), max_length=10, default="en", blank=True)
    scope = models.CharField(_("scope"), max_length=20, choices=Scope, default=Scope.NATIONAL)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("region")
    )
    states = models.ManyToManyField(State, through="ProjectState", related_name="+", verbose_name=_("States"))
    state_request = models.ForeignKey(
        StateRequest, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("request")
    )
    mandate = models.CharField(_("intergovernmental mandate of a global project"), max_length=300, blank=True)
    assessment = models.ForeignKey(
        NeedsAssessment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("needs assessment"),
    )
    proposal = models.ForeignKey(
        ProposedProject, models.PROTECT, null=True, related_name="+", verbose_name=_("proposed as")
    )
    why_no_recommendation = models.TextField(_("why no recommendation is addressed"), blank=True)
    forms = ArrayField(models.CharField(max_length=2, choices=FormOfAssistance), default=list, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    starts_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    ends_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    desk_officer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("desk officer")
    )
    status = models.CharField(_("status"), max_length=20, choices=ProjectStatus, default=ProjectStatus.DRAFT)
    status_since = models.DateTimeField(_("in this status since"))
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    submission = models.UUIDField(_("key of the submitted form"), unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))
    search = GeneratedField(
        expression=Func(
            template=(
                "to_tsvector('simple'::regconfig, code || ' ' || legacy_code)"
                " || to_tsvector('english'::regconfig, title || ' ' || summary)"
                " || to_tsvector('french'::regconfig, title || ' ' || summary)"
                " || to_tsvector('spanish'::regconfig, title || ' ' || summary)"
            ),
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ("-starts_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=NOT_CARRIED_OUT)
                | Q(state_request__isnull=False)
                | Q(scope="global") & ~Q(mandate=""),
                name="a_project_stands_on_a_request",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="a_project_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(starts_on__year__gte=1955),
                name="the_programme_began_in_1955",
            ),
            models.CheckConstraint(
                condition=Q(status__in=NOT_CARRIED_OUT)
                | Q(approved_on__isnull=False, approved_by__isnull=False),
                name="an_approved_project_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(status__in=NOT_CARRIED_OUT) | Q(starts_on__isnull=False, ends_on__isnull=False),
                name="a_project_beyond_draft_says_when_it_starts_and_ends",
            ),
            models.CheckConstraint(
                condition=Q(status__in=NOT_CARRIED_OUT)
                | Q(assessment__isnull=False)
                | Q(scope="global", state_request=None),
                name="a_project_beyond_draft_names_its_assessment_of_needs",
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=models.F("created_by")),
                name="nobody_approves_the_project_that_they_drafted",
            ),
            models.UniqueConstraint(
                fields=["legacy_code"],
                condition=~Q(legacy_code=""),
                name="an_older_record_becomes_one_project",
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=~Q(status="cancelled"),
                name="of_a_proposal_lives_one_project",
            ),
            models.CheckConstraint(
                condition=Q(region=None) | Q(scope="regional"),
                name="only_a_regional_project_names_a_region",
            ),
            models.CheckConstraint(
                condition=Q(forms__contained_by=FormOfAssistance.values),
                name="the_forms_of_a_project_are_of_the_seven",
            ),
            models.CheckConstraint(
                condition=Q(scope__in=Scope.values), name="a_project_reaches_one_of_the_four_scopes"
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="project_words"),
            models.Index(
                models.F("starts_on").desc(nulls_last=True), models.F("id").desc(), name="project_newest"
            ),
            models.Index(fields=["status"]),
        ]
        triggers = [
            *lives_by(LIFECYCLE, or_begins=f"NEW.{TAKEN_IN}"),
            STAYS_AS_APPROVED,
            pgtrigger.Trigger(
                name="a_project_beyond_draft_has_components",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
                timing=pgtrigger.Deferred,
                func=components_sum_to_one_hundred("NEW.id"),
            ),
            keeps_its_grounds(pgtrigger.Insert | pgtrigger.UpdateOf("status", *GROUNDS), "NEW.id"),
            no_voluntary_fund_before_it_was(pgtrigger.UpdateOf("ends_on"), "NEW.id"),
        ]

    def __str__(self) -> str:
        return self.code

    # Django's own reads all the choices each time, in words.
    def get_status_display(self) -> str:  # type: ignore[no-redef]
        return str(ProjectStatus(self.status).label)

    @cached_property
    def reach_ids(self) -> list[int]:
        """The States that it reaches: those it names, else those of its region; none when it is global.

        A page asks it for every act that it offers; whoever changes the States forgets it (`_write_parts`).
        """
        named = list(self.states.values_list("pk", flat=True))
        if named or self.region is None:
            return named
        return list(self.region.states.values_list("pk", flat=True))

    @cached_property
    def assignments(self) -> frozenset[int]:
        """The roles that reach this project and no other."""
        return frozenset(self.memberships.values_list("assignment", flat=True))

    def reached_states(self) -> models.QuerySet[State]:
        """The same States themselves; every State that exists, when it is global."""
        reached = self.reach_ids
        return State.objects.filter(pk__in=reached) if reached else State.objects.existing()

    def move(self, act: str) -> None:
        """Move along the table of the life cycle, or refuse."""
        self.status = LIFECYCLE.after(self.status, act)
