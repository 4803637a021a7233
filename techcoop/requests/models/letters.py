"""Letters to requesters: the templates from which they are drafted, and each letter as it was sent."""

from datetime import date
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.documents.models import Document
from techcoop.journal.models import stays_for_good
from techcoop.requests.models.requests import StateRequest

# What the system brings with it holds for every day that the programme has seen, and was worded for none.
BEGINNING = date(1987, 11, 16)


class Occasion(models.TextChoices):
    """What a letter is written for; each is the act of the procedure that it tells."""

    ACKNOWLEDGE = "acknowledge", _("Acknowledgement of receipt")
    ACCEPT = "accept", _("Acceptance")
    ACCEPT_IN_PART = "accept_in_part", _("Acceptance in part")
    DECLINE = "decline", _("Refusal with reasons")
    REDIRECT = "redirect", _("Redirection")


# What a template can name in braces, and what stands there in the letter.
FIELDS = {
    "reference": _("the programme's reference of the request"),
    "received_on": _("the day on which the request was received"),
    "subject": _("the subject of the request"),
    "authority": _("the ministry or authority that asks"),
    "requester": _("the State or organisation that asks, by its formal name"),
    "document_reference": _("the requester's own reference"),
    "reasons": _("the reasons for the decision"),
    "part": _("the part that is accepted"),
    "whom": _("to whom the request is passed on"),
}
ALWAYS = ("reference", "received_on", "subject", "authority", "requester", "document_reference")
FIELDS_OF = {
    Occasion.ACKNOWLEDGE: ALWAYS,
    Occasion.ACCEPT: (*ALWAYS, "reasons"),
    Occasion.ACCEPT_IN_PART: (*ALWAYS, "reasons", "part"),
    Occasion.DECLINE: (*ALWAYS, "reasons"),
    Occasion.REDIRECT: (*ALWAYS, "reasons", "whom"),
}


class LetterTemplate(models.Model):
    """How letters for one occasion are worded in one language from a day on; replaced, never changed."""

    occasion = models.CharField(_("occasion"), max_length=20, choices=Occasion)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    effective_from = models.DateField(_("effective from"))
    subject = models.CharField(_("subject"), max_length=300)
    paragraphs = ArrayField(models.TextField(), verbose_name=_("paragraphs"))
    closing = models.TextField(_("closing formula"), blank=True)
    source = models.CharField(_("source"), max_length=300)
    submission = models.UUIDField(_("key of the submitted form"), unique=True, default=uuid4)

    class Meta:
        verbose_name = _("template of a letter")
        verbose_name_plural = _("templates of letters")
        ordering = ("occasion", "language", "-effective_from", "-pk")
        indexes = [models.Index(fields=["occasion", "language", "-effective_from", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(subject="") & Q(paragraphs__len__gt=0),
                name="a_letter_has_a_subject_and_something_to_say",
            )
        ]
        triggers = stays_for_good("a_template_is_replaced_never_changed")

    def __str__(self) -> str:
        return f"{self.get_occasion_display()} ({self.language}, {self.effective_from:%Y-%m-%d})"

    @property
    def is_from_the_beginning(self) -> bool:
        """Whether the system brought this wording with it, for whatever day a letter has."""
        return self.effective_from <= BEGINNING


class SentLetter(models.Model):
    """A letter as it was sent: its text, and the paper with the programme's reference."""

    state_request = models.ForeignKey(StateRequest, models.PROTECT, related_name="letters")
    occasion = models.CharField(_("occasion"), max_length=20, choices=Occasion)
    template = models.ForeignKey(LetterTemplate, models.PROTECT, related_name="letters")
    language = models.CharField(_("language"), max_length=10)
    addressee = ArrayField(models.TextField(), verbose_name=_("addressee"))
    subject = models.CharField(_("subject"), max_length=300)
    paragraphs = ArrayField(models.TextField(), verbose_name=_("paragraphs"))
    facts = models.JSONField(_("what it refers to"), default=list)
    closing = ArrayField(models.TextField(), verbose_name=_("closing formula"))
    signature = ArrayField(models.TextField(), verbose_name=_("signature"))
    clause = models.TextField(_("that assistance never replaces monitoring"))
    document = models.OneToOneField(Document, models.PROTECT, related_name="+", verbose_name=_("paper"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ("written_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(clause=""), name="a_letter_says_that_assistance_never_replaces_monitoring"
            )
        ]
        triggers = stays_for_good("a_letter_stays_as_it_was_sent")

    def __str__(self) -> str:
        return f"{self.state_request.reference}: {self.subject}"
