"""What a State did about a treaty, act by act, as the depositary records it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.fact import Fact, known_day, once, sensible_days
from techcoop.accountability.models.facts import Instrument
from techcoop.journal.models import keeps_row_history


class TreatyActKind(models.TextChoices):
    """The acts by which a State binds itself, says how far, and accepts procedures."""

    SIGNATURE = "signature", _("Signature")
    RATIFICATION = "ratification", _("Ratification")
    ACCESSION = "accession", _("Accession")
    SUCCESSION = "succession", _("Succession")
    ENTRY_INTO_FORCE = "entry_into_force", _("Entry into force for the State")
    RESERVATION = "reservation", _("Reservation")
    DECLARATION = "declaration", _("Declaration")
    WITHDRAWAL = "withdrawal", _("Withdrawal of a reservation or declaration")
    COMPLAINTS = "individual_complaints", _("Acceptance of individual complaints")
    INQUIRY = "inquiry", _("Acceptance of inquiries")
    DENUNCIATION = "denunciation", _("Denunciation")


# By one of these a State becomes a party.
BINDING = (TreatyActKind.RATIFICATION, TreatyActKind.ACCESSION, TreatyActKind.SUCCESSION)


@keeps_row_history()
class TreatyAct(Fact):
    """One act of a State about one instrument; the second reservation is number two."""

    KEY = ("instrument_id", "kind", "serial")

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+", verbose_name=_("instrument"))
    kind = models.CharField(_("act"), max_length=30, choices=TreatyActKind)
    serial = models.PositiveSmallIntegerField(_("number of the act"), default=1)
    done_on = known_day(_("day of the act"))
    text = models.TextField(_("text"), blank=True)

    class Meta(Fact.Meta):
        verbose_name = _("act about a treaty")
        verbose_name_plural = _("acts about treaties")
        ordering = ("done_on", "instrument__position", "pk")
        constraints = [
            once("an_act_about_a_treaty_stands_once", "instrument", "kind", "serial"),
            sensible_days("an_act_about_a_treaty_has_a_sensible_day", "done_on"),
            models.CheckConstraint(condition=~models.Q(done_on=""), name="an_act_about_a_treaty_has_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument.code}: {self.get_kind_display()}"
