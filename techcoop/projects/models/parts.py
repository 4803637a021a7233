"""The parts of a project: States, components, national structures, recommendations, money."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.atlas.models import State
from techcoop.journal.models import keeps_row_history
from techcoop.programme.models import Component, FundFamily
from techcoop.projects.models.guards import (
    OUTCOMES_STAY,
    components_sum_to_one_hundred,
    keeps_its_grounds,
    no_voluntary_fund_before_it_was,
    stays_once_approved,
)
from techcoop.projects.models.project import Project
from techcoop.requests.models import StateRequest


@keeps_row_history()
class ProjectState(models.Model):
    """A State in which a project works."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="in_states")
    state = models.ForeignKey(State, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("State of a project")
        verbose_name_plural = _("States of projects")
        constraints = [
            models.UniqueConstraint(fields=["project", "state"], name="a_project_names_a_state_once")
        ]
        triggers = [stays_once_approved("project_id", "state_id")]

    def __str__(self) -> str:
        return f"{self.project}: {self.state}"


@keeps_row_history()
class ProjectComponent(models.Model):
    """How much of a project belongs to one of the five components, in per cent."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="components")
    component = models.CharField(_("component"), max_length=2, choices=Component)
    per_cent = models.DecimalField(_("per cent"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("component of a project")
        verbose_name_plural = _("components of projects")
        ordering = ("component",)
        constraints = [
            models.UniqueConstraint(fields=["project", "component"], name="a_project_names_a_component_once"),
            models.CheckConstraint(
                condition=Q(per_cent__gt=0, per_cent__lte=100),
                name="a_share_is_above_zero_and_at_most_the_whole",
            ),
            models.CheckConstraint(
                condition=Q(component__in=Component.values),
                name="a_share_goes_to_one_of_the_five_components",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="components_sum_to_one_hundred",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                func=components_sum_to_one_hundred("NEW.project_id", "OLD.project_id"),
            ),
            stays_once_approved(),
        ]

    def __str__(self) -> str:
        return f"{self.component} {self.per_cent}"


class StructureKind(models.TextChoices):
    """What kind of national structure."""

    NATIONAL_INSTITUTION = "national_institution", _("National human rights institution")
    JUDICIARY = "judiciary", _("Judiciary")
    PROSECUTION = "prosecution", _("Prosecution")
    POLICE = "police", _("Police")
    PRISON = "prison", _("Prison service")
    PARLIAMENT = "parliament", _("Parliament")
    MINISTRY = "ministry", _("Ministry")
    OMBUDSMAN = "ombudsman", _("Ombudsman")
    FOLLOW_UP_MECHANISM = "follow_up_mechanism", _("Mechanism for reporting and follow-up")
    EDUCATION = "education", _("School, university or academy")
    OTHER = "other", _("Other")


@keeps_row_history()
class NationalStructure(models.Model):
    """A national structure that a project strengthens, and what became of it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="structures")
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=30, choices=StructureKind)
    state = models.ForeignKey(State, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.TextField(_("what became of it"), blank=True)

    class Meta:
        verbose_name = _("national structure")
        verbose_name_plural = _("national structures")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=StructureKind.values),
                name="a_national_structure_is_of_one_of_the_kinds",
            )
        ]
        triggers = [
            keeps_its_grounds(pgtrigger.Update | pgtrigger.Delete, "OLD.project_id"),
            stays_once_approved("project_id", "name", "kind", "state_id"),
            OUTCOMES_STAY,
        ]

    def __str__(self) -> str:
        return self.name


@keeps_row_history()
class AddressedRecommendation(models.Model):
    """A recommendation that a project serves, and how; assistance never settles it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="addressed")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="+")
    rationale = models.TextField(_("how the project serves it"), blank=True)

    class Meta:
        verbose_name = _("recommendation addressed")
        verbose_name_plural = _("recommendations addressed")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "recommendation"], name="a_project_names_a_recommendation_once"
            )
        ]
        triggers = [stays_once_approved()]

    def __str__(self) -> str:
        return f"{self.project}: {self.recommendation}"


@keeps_row_history()
class ProjectMoney(models.Model):
    """The money of a project in one family of funds, in United States dollars, as far as a record says it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="money")
    family = models.CharField(_("family of funds"), max_length=20, choices=FundFamily)
    required = models.DecimalField(
        _("required (US$)"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    available = models.DecimalField(
        _("available (US$)"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    spent = models.DecimalField(
        _("spent as reported by the source (US$)"), max_digits=16, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = _("money of a project")
        verbose_name_plural = _("money of projects")
        ordering = ("family",)
        constraints = [
            models.UniqueConstraint(
                fields=["project", "family"], name="a_project_has_one_line_for_a_family_of_funds"
            ),
            models.CheckConstraint(
                condition=Q(required__gte=0, available__gte=0, spent__gte=0),
                name="money_of_a_project_is_never_below_zero",
            ),
            models.CheckConstraint(
                condition=Q(family__in=FundFamily.values),
                name="money_of_a_project_is_of_one_of_the_families_of_funds",
            ),
        ]
        triggers = [
            no_voluntary_fund_before_it_was(pgtrigger.Insert | pgtrigger.Update, "NEW.project_id"),
            stays_once_approved("project_id", "family", "required", "available", "spent"),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.get_family_display()}"


class RequestOfProjects(StateRequest):
    """A request on which projects stand: while they are carried out, it is not undone."""

    class Meta:
        proxy = True
        triggers = [
            keeps_its_grounds(
                pgtrigger.UpdateOf("status"),
                "SELECT id FROM projects_project WHERE state_request_id = NEW.id",
            )
        ]
