"""Handovers: everything open of one desk officer is given to another in one act."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import stays_for_good


class Handover(models.Model):
    """A desk that passed from one officer to another, with the sheet of what was open then."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("from whom")
    )
    successor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("to whom")
    )
    note = models.TextField(_("what the successor should know"), blank=True)
    lines = models.JSONField(_("what was open"), default=list)
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    handed_at = models.DateTimeField(_("handed over at"))
    submission = models.UUIDField(_("key of the submitted form"), unique=True)

    class Meta:
        verbose_name = _("handover of a desk")
        verbose_name_plural = _("handovers of desks")
        ordering = ("-handed_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(officer=F("successor")), name="a_desk_is_handed_over_to_somebody_else"
            )
        ]
        triggers = stays_for_good("a_handover_stays_as_it_was")

    def __str__(self) -> str:
        return f"{self.officer} → {self.successor}"
