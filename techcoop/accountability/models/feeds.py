"""A person's own address of the calendar, for a program that cannot sign in."""

import uuid

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SIGNER = signing.Signer(salt="techcoop.accountability.calendar", sep=".")


class CalendarFeed(models.Model):
    """An address that shows its owner's calendar to whoever has it, until it is closed."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    key = models.UUIDField(_("key"), unique=True, default=uuid.uuid4)
    opened_at = models.DateTimeField(_("opened at"))
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("address of a calendar")
        verbose_name_plural = _("addresses of calendars")
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(closed_at=None), name="a_person_has_one_open_calendar"
            )
        ]

    def __str__(self) -> str:
        return f"{self.opened_at:%Y-%m-%d}"

    @property
    def token(self) -> str:
        """What stands in the address: the key, signed, so that the table alone opens nothing."""
        return SIGNER.sign(self.key.hex)


def key_of(token: str) -> uuid.UUID | None:
    """The key that a token was made of, if we made it."""
    try:
        return uuid.UUID(SIGNER.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
