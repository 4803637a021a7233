"""Requests for assistance: nothing in the programme begins without one."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, GeneratedField, Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation
from techcoop.atlas.models import RegionalOrganization, State
from techcoop.journal.models import keeps_row_history, lives_by, ties
from techcoop.people.models import User
from techcoop.programme.models import Component, FormOfAssistance
from techcoop.requests.models.authorities import Authority
from techcoop.requests.models.cases import StateRequestQuerySet
from techcoop.requests.models.channels import Channel, Urgency, Way
from techcoop.requests.models.grounds import Ground
from techcoop.requests.models.guards import ANSWERS_STAY, GUARDS
from techcoop.requests.statuses import LIFECYCLE, RequestStatus


def words_of_the_request() -> Func:
    """Its words without regard to grammar, since a note may come in any of the six languages."""
    texts = ("subject", "summary", "document_reference", "institution", "signatory_authority")
    joined = " || ' ' || ".join(texts)
    return Func(template=f"to_tsvector('simple'::regconfig, {joined})", output_field=SearchVectorField())


@keeps_row_history(without=["search"])
class StateRequest(models.Model):
    """A written request for assistance by a government or a regional organisation."""

    reference = models.CharField(_("reference"), max_length=20, unique=True)
    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("State")
    )
    organization = models.ForeignKey(
        RegionalOrganization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("regional organisation"),
    )
    subject = models.CharField(_("subject"), max_length=300)
    summary = models.TextField(_("what is asked for"), blank=True)
    channel = models.CharField(_("channel"), max_length=30, choices=Channel)
    way = models.CharField(_("way"), max_length=10, choices=Way, default=Way.PAPER)
    language = models.CharField(_("language of the request"), max_length=10, default="en")
    document_reference = models.CharField(_("reference of the note or letter"), max_length=100, blank=True)
    dated_on = models.DateField(_("date on the document"), null=True, blank=True)
    received_on = models.DateField(_("received on"))
    signatory_name = models.CharField(_("signed by"), max_length=200, blank=True)
    signatory_title = models.CharField(_("title of the signatory"), max_length=200, blank=True)
    signatory_authority = models.CharField(_("ministry or authority"), max_length=300, blank=True)
    signatory_kind = models.CharField(_("kind of authority"), max_length=20, choices=Authority, blank=True)
    endorsed_at = models.DateTimeField(_("endorsed at"), null=True, blank=True)
    endorsed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("endorsed on line by"),
    )
    components = ArrayField(models.CharField(max_length=2, choices=Component), default=list, blank=True)
    forms = ArrayField(models.CharField(max_length=2, choices=FormOfAssistance), default=list, blank=True)
    institution = models.CharField(_("institution to be strengthened"), max_length=300, blank=True)
    parallel_requests = models.TextField(_("parallel requests to others"), blank=True)
    desk_note = models.TextField(_("note of the desk"), blank=True)
    urgency = models.CharField(_("urgency"), max_length=20, choices=Urgency, default=Urgency.ORDINARY)
    recommendations = models.ManyToManyField(
        Recommendation, related_name="+", blank=True, verbose_name=_("recommendations that it answers")
    )
    desk_officer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("desk officer")
    )
    status = models.CharField(
        _("status"), max_length=20, choices=RequestStatus, default=RequestStatus.RECEIVED
    )
    status_since = models.DateTimeField(_("in this status since"))
    acknowledged_on = models.DateField(_("acknowledged on"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decision_reasons = models.TextField(_("reasons for the decision"), blank=True)
    accepted_part = models.TextField(_("the part that is accepted"), blank=True)
    accepted_despite = models.TextField(_("accepted although"), blank=True)
    ground = models.CharField(_("ground"), max_length=20, choices=Ground, blank=True)
    redirected_to = models.CharField(_("redirected to"), max_length=300, blank=True)
    withdrawal_reasons = models.TextField(_("reasons for the withdrawal"), blank=True)
    entered_in_error = models.BooleanField(_("entered in error"), default=False)
    submission = models.UUIDField(_("key of the submitted form"), unique=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))
    search = GeneratedField(
        expression=words_of_the_request(), output_field=SearchVectorField(), db_persist=True
    )

    objects = StateRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ("-received_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__isnull=False) ^ Q(organization__isnull=False),
                name="a_request_comes_from_a_state_or_a_regional_organization",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["declined", "redirected", "accepted", "accepted_in_part", "formulation"]
                )
                & Q(decided_at__isnull=False, decided_by__isnull=False)
                | Q(status="withdrawn")
                | Q(
                    status__in=["received", "registered", "acknowledged", "under_assessment"],
                    decided_at=None,
                    decided_by=None,
                ),
                name="a_decided_request_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | ~Q(decision_reasons=""),
                name="a_decision_has_written_reasons",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | ~Q(withdrawal_reasons=""),
                name="a_withdrawal_has_written_reasons",
            ),
            models.CheckConstraint(
                condition=~Q(status="accepted_in_part") | ~Q(accepted_part=""),
                name="a_partial_acceptance_says_which_part",
            ),
            models.CheckConstraint(
                condition=Q(dated_on=None) | Q(received_on__gte=F("dated_on")),
                name="a_request_is_received_after_it_was_written",
            ),
            models.CheckConstraint(
                condition=~Q(status="redirected") | ~Q(redirected_to=""),
                name="a_redirected_request_says_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["received", "withdrawn"])
                | (Q(dated_on__isnull=False) & ~Q(signatory_name="") & ~Q(signatory_authority="")),
                name="a_registered_request_says_who_signed_it_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(way="on_line") & ~Q(channel="on_line") & Q(endorsed_at=None, endorsed_by=None)
                | Q(way="on_line", endorsed_at__isnull=False, endorsed_by__isnull=False)
                & ~Q(signatory_name="")
                & ~Q(signatory_authority=""),
                name="what_is_asked_on_line_is_endorsed_for_an_authority",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["received", "withdrawn"])
                | ~Q(signatory_kind__in=["united_nations", "civil_society"]),
                name="no_body_of_the_un_and_no_ngo_asks_alone",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["received", "withdrawn"], endorsed_at=None)
                | Q(signatory_kind__in=["", "united_nations", "civil_society"])
                | Q(state__isnull=False) & ~Q(signatory_kind="regional")
                | Q(organization__isnull=False, signatory_kind="regional"),
                name="a_state_is_no_regional_organization_and_the_other_way_round",
            ),
            models.CheckConstraint(
                condition=Q(way__in=Way.values), name="a_request_comes_on_paper_by_mail_or_on_line"
            ),
            models.CheckConstraint(
                condition=Q(entered_in_error=False) | Q(status="withdrawn", endorsed_at=None),
                name="only_what_the_registry_took_back_was_entered_in_error",
            ),
            models.CheckConstraint(
                condition=Q(ground="") | Q(status__in=["declined", "redirected"]),
                name="a_ground_stands_where_a_request_was_not_taken_up",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["declined", "redirected"]) | Q(ground__in=Ground.values),
                name="a_request_is_not_taken_up_on_one_of_the_grounds",
            ),
            models.CheckConstraint(
                condition=Q(components__contained_by=Component.values),
                name="the_components_of_a_request_are_of_the_five",
            ),
            models.CheckConstraint(
                condition=Q(forms__contained_by=FormOfAssistance.values),
                name="the_forms_of_a_request_are_of_the_seven",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="a_request_comes_by_one_of_the_known_ways"
            ),
            models.CheckConstraint(
                condition=Q(urgency__in=Urgency.values), name="a_request_is_ordinary_or_urgent"
            ),
        ]
        indexes = [
            models.Index(fields=["-received_on", "-id"]),
            models.Index(fields=["state", "-received_on"]),
            models.Index(fields=["status", "status_since"]),
            GinIndex(fields=["search"], name="request_words"),
            GinIndex(fields=["subject"], name="request_subjects_alike", opclasses=["gin_trgm_ops"]),
        ]
        triggers = [*lives_by(LIFECYCLE), *GUARDS]

    def __str__(self) -> str:
        return self.reference

    # Django's own reads all the choices each time, in words.
    def get_status_display(self) -> str:  # type: ignore[no-redef]
        return str(RequestStatus(self.status).label)

    @property
    def requester(self) -> State | RegionalOrganization | None:
        """Who asks: the State or the regional organisation."""
        return self.state or self.organization

    @property
    def state_ids(self) -> frozenset[int]:
        """The States whose case this is: the one that asks, or all members of the organisation that asks."""
        if self.state_id:
            return frozenset((self.state_id,))
        members = self.organization.members.all() if self.organization else ()
        return frozenset(state.pk for state in members)

    @property
    def component_names(self) -> list[str]:
        """The components that are asked for, in words."""
        return [str(Component(one).label) for one in self.components]

    @property
    def form_names(self) -> list[str]:
        """The forms of assistance that are asked for, in words."""
        return [str(FormOfAssistance(one).label) for one in self.forms]

    def move(self, act: str) -> None:
        """Move along the table of the life cycle, or refuse."""
        self.status = LIFECYCLE.after(self.status, act)


pgtrigger.register(ANSWERS_STAY)(ties(StateRequest, "recommendations"))
