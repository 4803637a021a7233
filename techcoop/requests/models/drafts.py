"""What is typed, or comes by mail, before it is a request: kept however incomplete."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.documents.models import Document
from techcoop.journal.models import stays_as_it_was, stays_for_good
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.models.cases import within
from techcoop.requests.models.requests import StateRequest


class Origin(models.TextChoices):
    """Where a draft begins."""

    ON_LINE = "on_line", _("On line, by the requester")
    DESK = "desk", _("At the desk")
    MAILBOX = "mailbox", _("From the mailbox")


class LeftOut(models.TextChoices):
    """Why a part of a message is not kept with its draft; the message itself stays where it lies."""

    SIGNATURE = "signature", _("a signature, which nobody has checked")
    KIND = "kind", _("a kind of file that is not kept: ask for it as PDF, Word (.docx) or a picture")
    SIZE = "size", _("larger than 25 megabytes: ask for it in another way")


OF_AN_OPEN_DRAFT = """OLD.thing_kind = 'requests.requestdraft' AND EXISTS (
        SELECT FROM requests_requestdraft WHERE id = OLD.thing_id AND closed_at IS NULL)"""

# Whoever may make a request of a draft also writes it; until then the programme sees nothing that a
# Government types on line, and a Government nothing that lies on the desk.
WHO_DRAFTS = {
    Origin.ON_LINE: Permission.ASK_FOR_ASSISTANCE,
    Origin.DESK: Permission.REGISTER_REQUESTS,
    Origin.MAILBOX: Permission.REGISTER_REQUESTS,
}


class RequestDraftQuerySet(models.QuerySet["RequestDraft"]):
    """Words about drafts."""

    def open(self) -> "RequestDraftQuerySet":
        return self.filter(closed_at=None)

    def visible_to(self, user: User) -> "RequestDraftQuerySet":
        """One's own, and those for the States and organisations for which one may make the request."""
        seen = Q(pk__in=())
        for origin, permission in WHO_DRAFTS.items():
            if user.can_everywhere(permission):
                seen |= Q(origin=origin)
            elif user.can(permission):
                own = Q(author=user, state=None, organization=None)
                seen |= Q(origin=origin) & (own | within(user, permission))
        return self.filter(seen)


class RequestDraft(models.Model):
    """What somebody types, or a message brings, before it is a request; it may lack everything."""

    key = models.UUIDField(_("key of the draft"), unique=True)
    origin = models.CharField(_("where it began"), max_length=20, choices=Origin)
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
    typed = models.JSONField(_("what was typed"), default=dict)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))
    saved_at = models.DateTimeField(_("saved at"))
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    saved_from = models.UUIDField(_("page from which it was saved last"), null=True, blank=True)
    version = models.PositiveIntegerField(_("how often it was saved"), default=1)
    message = models.CharField(_("message that brought it"), max_length=64, blank=True)
    identity = models.CharField(_("name that the message has"), max_length=64, blank=True, db_index=True)
    perhaps_same_as = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", verbose_name=_("perhaps the same as")
    )
    left_out = models.JSONField(_("what was left out of the message"), default=list)
    sender = models.CharField(_("sender of the message"), max_length=320, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    state_request = models.OneToOneField(
        StateRequest, models.PROTECT, null=True, related_name="+", verbose_name=_("request made of it")
    )

    objects = RequestDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of a request")
        verbose_name_plural = _("drafts of requests")
        ordering = ("-saved_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state=None) | Q(organization=None),
                name="a_draft_is_for_a_state_or_an_organization",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, state_request=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="a_request_is_made_of_a_draft_that_says_who_closed_it",
            ),
            models.CheckConstraint(
                condition=Q(origin="mailbox") & ~Q(message="") | ~Q(origin="mailbox") & Q(message=""),
                name="only_the_mailbox_brings_messages",
            ),
            models.UniqueConstraint(
                fields=["message"], condition=~Q(message=""), name="one_message_begins_one_draft"
            ),
        ]
        indexes = [models.Index(fields=["saved_at"], condition=Q(closed_at=None), name="open_drafts")]
        triggers = stays_for_good(
            "a_closed_draft_stays_as_it_is", once=pgtrigger.Q(old__closed_at__isnull=False)
        )

    def __str__(self) -> str:
        return self.subject or f"{self._meta.verbose_name} {self.pk}"

    @property
    def left_out_in_words(self) -> list[tuple[str, str]]:
        """What of the message was not kept, by its name, and why."""
        return [(name, str(LeftOut(why).label)) for name, why in self.left_out]

    @property
    def subject(self) -> str:
        """The subject, as far as it is typed."""
        return str(self.typed.get("subject", ""))[:300]

    @property
    def requester(self) -> State | RegionalOrganization | None:
        """For whom it is; nobody yet, where that is not said."""
        return self.state or self.organization

    @property
    def state_ids(self) -> frozenset[int]:
        """The States whose case it would be."""
        if self.organization:
            return frozenset(state.pk for state in self.organization.members.all())
        return frozenset((self.state_id,) if self.state_id else ())


class PaperOfDrafts(Document):
    """A paper: it stays with its thing, but that an open draft passes it to its request, or gives it up."""

    class Meta:
        proxy = True
        triggers = [
            stays_as_it_was(
                "a_paper_stays_with_its_thing",
                "thing_kind",
                "thing_id",
                says="a paper stays with what it was kept for, and a draft passes it to its request",
                unless=f"{OF_AN_OPEN_DRAFT} AND NEW.thing_kind = 'requests.staterequest'",
            ),
            pgtrigger.Trigger(
                name="a_paper_is_taken_out_of_a_draft_alone",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=f"""
                    IF {OF_AN_OPEN_DRAFT} THEN RETURN OLD; END IF;
                    RAISE EXCEPTION 'a paper is taken out of a draft alone';
                """,
            ),
        ]
