"""Assessments of domestic human rights needs, and who was heard for them."""

import uuid
from collections.abc import Collection

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.assessments.statuses import LIFECYCLE, OPEN, AssessmentStatus
from techcoop.atlas.models import State
from techcoop.documents.models import Classification
from techcoop.journal.models import follows_the_table, keeps_row_history
from techcoop.people.models import User
from techcoop.people.roles import Permission
from techcoop.programme.models import Component
from techcoop.protection.fields import EncryptedTextField
from techcoop.requests.models import StateRequest


class AssessmentQuerySet(models.QuerySet["NeedsAssessment"]):
    """Words about assessments."""

    def visible_to(self, user: User) -> "AssessmentQuerySet":
        """What a person may see: the assessments of the States that the roles held today cover."""
        if user.can_everywhere(Permission.SEE_ASSESSMENTS):
            return self
        return self.of_states(user.states_for(Permission.SEE_ASSESSMENTS))

    def of_states(self, state_ids: Collection[int]) -> "AssessmentQuerySet":
        """The assessments for these States, and for organisations that have no other members."""
        of_organizations = StateRequest.objects.of_states(state_ids).filter(state=None)
        return self.filter(Q(state_id__in=state_ids) | Q(state_request__in=of_organizations))


@keeps_row_history()
class NeedsAssessment(models.Model):
    """What a State needs, found with the recommendations of the mechanisms in view."""

    state_request = models.ForeignKey(
        StateRequest, models.PROTECT, related_name="+", verbose_name=_("request")
    )
    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("State")
    )
    title = models.CharField(_("title"), max_length=300)
    by_mission = models.BooleanField(_("by a mission, not from the desk"), default=False)
    terms_of_reference = models.TextField(_("terms of reference"), blank=True)
    context = models.TextField(_("context"), blank=True)
    capacities_and_risks = models.TextField(_("capacities and risks"), blank=True)
    recommendations = models.ManyToManyField(
        Recommendation, related_name="+", blank=True, verbose_name=_("recommendations weighed")
    )
    why_no_recommendation = models.TextField(_("why no recommendation is cited"), blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=AssessmentStatus, default=AssessmentStatus.TERMS_OF_REFERENCE
    )
    status_since = models.DateTimeField(_("in this status since"))
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("drafted by"),
    )
    validated_on = models.DateField(_("validated on"), null=True, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    submission = models.UUIDField(_("key of the submitted form"), unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("needs assessment")
        verbose_name_plural = _("needs assessments")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status__in=["approved", "superseded"],
                    approved_on__isnull=False,
                    approved_by__isnull=False,
                )
                | ~Q(status__in=["approved", "superseded"]) & Q(approved_on=None, approved_by=None),
                name="an_approved_assessment_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=F("drafted_by")),
                name="nobody_approves_the_assessment_that_they_drafted",
            ),
        ]
        indexes = [models.Index(fields=["state", "status"])]
        triggers = [follows_the_table(LIFECYCLE)]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether its content may still be written."""
        return self.status in OPEN

    def move(self, act: str) -> None:
        """Move along the table of the life cycle, or refuse."""
        self.status = LIFECYCLE.after(self.status, act)


@keeps_row_history()
class Need(models.Model):
    """A need that was found: what the standard asks, what there is, and what could be done."""

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="needs")
    component = models.CharField(_("component"), max_length=2, choices=Component)
    statement = models.TextField(_("need"))
    proposed_action = models.TextField(_("proposed action"), blank=True)
    priority = models.PositiveSmallIntegerField(_("priority, 1 first"), default=1)
    submission = models.UUIDField(_("key of the submitted form"), unique=True, default=uuid.uuid4)

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ("priority", "pk")

    def __str__(self) -> str:
        return self.statement[:80]


class Voice(models.TextChoices):
    """Who was heard."""

    GOVERNMENT = "government", _("Government")
    NATIONAL_INSTITUTION = "national_institution", _("National human rights institution")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    RIGHTS_HOLDERS = "rights_holders", _("Rights holders, victims, defenders")
    ACADEMIA = "academia", _("Academia and professions")
    UNITED_NATIONS = "united_nations", _("United Nations and other partners")


# Wide consultation is governmental and non-governmental; these are the voices beside governments.
BESIDE_GOVERNMENT = (Voice.NATIONAL_INSTITUTION, Voice.CIVIL_SOCIETY, Voice.RIGHTS_HOLDERS, Voice.ACADEMIA)


# Defenders, victims and witnesses: what names them is encrypted, and read only with a record of it.
@keeps_row_history(without=["who", "said"])
class Consultation(models.Model):
    """A conversation held for an assessment; who spoke stays encrypted and in no list, search or export."""

    assessment = models.ForeignKey(NeedsAssessment, models.PROTECT, related_name="consultations")
    held_on = models.DateField(_("held on"))
    voice = models.CharField(_("who was heard"), max_length=30, choices=Voice)
    women = models.PositiveIntegerField(_("women"), default=0)
    men = models.PositiveIntegerField(_("men"), default=0)
    others = models.PositiveIntegerField(_("others or not stated"), default=0)
    groups = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    classification = models.CharField(
        _("class"), max_length=30, choices=Classification, default=Classification.STRICTLY_CONFIDENTIAL
    )
    who = EncryptedTextField(_("names and functions"), blank=True)
    said = EncryptedTextField(_("what was said"), blank=True)
    submission = models.UUIDField(_("key of the submitted form"), unique=True, default=uuid.uuid4)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ("held_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(classification=Classification.STRICTLY_CONFIDENTIAL),
                name="who_was_heard_is_always_strictly_confidential",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_voice_display()}, {self.held_on}"
