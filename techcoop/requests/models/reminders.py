"""Reminders: a request whose day comes near or has passed is brought to somebody's mind, once."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.requests.models.requests import StateRequest
from techcoop.requests.statuses import RequestStatus


class Reminder(models.Model):
    """One reminder to one person: of which request, in which status, so many days from its day."""

    state_request = models.ForeignKey(StateRequest, models.PROTECT, related_name="reminders")
    status = models.CharField(_("status"), max_length=20, choices=RequestStatus)
    due_on = models.DateField(_("meant to be done by"))
    day = models.SmallIntegerField(_("days after the day that was meant"))
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    made_at = models.DateTimeField(_("made at"))
    sent_at = models.DateTimeField(_("sent at"), null=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ("-made_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["state_request", "status", "due_on", "day", "recipient"],
                name="each_reminder_is_made_once",
            )
        ]
        indexes = [
            models.Index(fields=["recipient"], condition=Q(sent_at=None), name="reminders_still_to_send")
        ]

    def __str__(self) -> str:
        return f"{self.state_request_id}: {self.due_on:%Y-%m-%d} {self.day:+d}"
