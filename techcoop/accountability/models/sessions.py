"""Sessions of the mechanisms: when a treaty body, a working group, the Council's review meet."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.facts import Mechanism, only_importers_write
from techcoop.documents.models import Source
from techcoop.journal.models import keeps_row_history


@keeps_row_history()
class MechanismSession(models.Model):
    """One session of a mechanism; it concerns every State alike."""

    KEY = ("mechanism_id", "serial")

    mechanism = models.ForeignKey(Mechanism, models.PROTECT, related_name="+", verbose_name=_("mechanism"))
    serial = models.PositiveSmallIntegerField(_("number of the session"))
    begins_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        verbose_name = _("session of a mechanism")
        verbose_name_plural = _("sessions of mechanisms")
        ordering = ("begins_on", "pk")
        constraints = [
            models.UniqueConstraint(fields=["mechanism", "serial"], name="a_session_stands_once"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")), name="a_session_ends_after_it_begins"
            ),
        ]
        triggers = [only_importers_write("only_importers_write")]

    def __str__(self) -> str:
        return f"{self.mechanism}, {self.serial}"

    @classmethod
    def said(cls) -> tuple[str, ...]:
        """The columns that say something of the session."""
        return ("begins_on", "ends_on")
