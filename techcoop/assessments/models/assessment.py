"""The assessment itself: its procedure, its texts, and the recommendations that it weighs."""

from collections.abc import Collection
from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.assessments.models import guards
from techcoop.assessments.statuses import LIFECYCLE, OPEN, AssessmentStatus
from techcoop.atlas.models import State
from techcoop.journal.models import keeps_row_history, lives_by, stays_as_it_was, ties
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.models import StateRequest


def _signed(label: Any) -> "models.ForeignKey[User | None, User | None]":
    """Who signed, where somebody did."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )


class AssessmentQuerySet(models.QuerySet["NeedsAssessment"]):
    """Words about assessments."""

    def visible_to(self, user: User) -> "AssessmentQuerySet":
        """What a person may see: the assessments of the States that the roles held today cover."""
        return self.within(user, Permission.SEE_ASSESSMENTS)

    def within(self, user: User, permission: Permission) -> "AssessmentQuerySet":
        """The assessments for which a role held today permits this."""
        if user.can_everywhere(permission):
            return self
        return self.of_states(user.states_for(permission))

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
    mission_began_on = models.DateField(_("the mission began on"), null=True, blank=True)
    mission_ended_on = models.DateField(_("the mission ended on"), null=True, blank=True)
    mission_places = models.CharField(_("places visited"), max_length=500, blank=True)
    mission_team = models.TextField(_("the team"), blank=True)
    # What the mechanisms had said and where the State stood on the day of the commission; never rewritten.
    outset = models.JSONField(_("how it stood at the outset"), default=dict)
    context = models.TextField(_("context"), blank=True)
    recommendations = models.ManyToManyField(
        Recommendation, related_name="+", blank=True, verbose_name=_("recommendations weighed")
    )
    why_no_recommendation = models.TextField(_("why no recommendation is cited"), blank=True)
    assessors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", blank=True, verbose_name=_("assessors")
    )
    status = models.CharField(
        _("status"), max_length=20, choices=AssessmentStatus, default=AssessmentStatus.TERMS_OF_REFERENCE
    )
    status_since = models.DateTimeField(_("in this status since"))
    desk_officer = _signed(_("desk officer"))
    drafted_by = _signed(_("drafted by"))
    validated_on = models.DateField(_("validated on"), null=True, blank=True)
    # Institutions and organisations, and never a person at risk: this stands on the page and on paper.
    validated_with = models.TextField(_("validated with"), blank=True)
    # Two sign-offs by two persons: the desk's, with the validation, and a substantive division's.
    validated_by = _signed(_("signed off for the desk by"))
    cleared_by = _signed(_("signed off for a substantive division by"))
    cleared_on = models.DateField(_("signed off for a substantive division on"), null=True, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("superseded by")
    )
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
            models.CheckConstraint(
                condition=~Q(status__in=["validated", "approved"])
                | Q(validated_on__isnull=False, validated_by__isnull=False) & ~Q(validated_with=""),
                name="a_validation_says_when_with_whom_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(status="approved") | Q(cleared_by__isnull=False, cleared_on__isnull=False),
                name="a_substantive_division_signed_off_what_is_approved",
            ),
            models.CheckConstraint(
                condition=~Q(cleared_by=F("validated_by")) & ~Q(cleared_by=F("drafted_by")),
                name="desk_and_division_sign_off_by_two_persons",
            ),
            models.CheckConstraint(
                condition=Q(status="superseded", superseded_by__isnull=False)
                | ~Q(status="superseded") & Q(superseded_by=None),
                name="a_superseded_assessment_names_its_successor",
            ),
            models.CheckConstraint(
                condition=Q(mission_ended_on__gte=F("mission_began_on"))
                | Q(mission_began_on=None)
                | Q(mission_ended_on=None),
                name="a_mission_ends_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["state", "status"])]
        triggers = [
            *lives_by(LIFECYCLE),
            stays_as_it_was(
                "the_outset_stays_as_it_was", "outset", says="how it stood at the outset is not rewritten"
            ),
            *guards.ON_APPROVAL,
            *guards.SINCE_APPROVAL,
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether its content may still be written."""
        return self.status in OPEN

    def move(self, act: str) -> None:
        """Move along the table of the life cycle, or refuse."""
        self.status = LIFECYCLE.after(self.status, act)


for field in ("recommendations", "assessors"):
    of_its_own = guards.stays_once_approved("OLD.needsassessment_id, NEW.needsassessment_id")
    pgtrigger.register(of_its_own)(ties(NeedsAssessment, field))
