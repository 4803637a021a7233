"""How a State works with the special procedures: invitations, visits, and numbers of communications."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.fact import Fact, known_day, once, sensible_days
from techcoop.accountability.models.facts import Mechanism
from techcoop.journal.models import keeps_row_history


@keeps_row_history()
class StandingInvitation(Fact):
    """A State lets every special procedure come, since a day."""

    issued_on = known_day(_("issued on"))
    withdrawn_on = known_day(_("withdrawn on"))

    class Meta(Fact.Meta):
        verbose_name = _("standing invitation")
        verbose_name_plural = _("standing invitations")
        constraints = [
            once("a_state_has_one_standing_invitation"),
            sensible_days("a_standing_invitation_has_sensible_days", "issued_on", "withdrawn_on"),
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.issued_on}"


class VisitStatus(models.TextChoices):
    """What became of a request to visit."""

    REQUESTED = "requested", _("Requested")
    ACCEPTED = "accepted", _("Accepted")
    POSTPONED = "postponed", _("Postponed")
    DONE = "done", _("Visited")
    REFUSED = "refused", _("Refused by the State")


@keeps_row_history()
class Visit(Fact):
    """One visit of a special procedure, from its request on; the second request is number two."""

    KEY = ("mechanism_id", "serial")

    mechanism = models.ForeignKey(Mechanism, models.PROTECT, related_name="+", verbose_name=_("mandate"))
    serial = models.PositiveSmallIntegerField(_("number of the visit"), default=1)
    status = models.CharField(_("status"), max_length=20, choices=VisitStatus)
    requested_on = known_day(_("requested on"))
    answered_on = known_day(_("answered on"))
    begins_on = known_day(_("begins on"))
    ends_on = known_day(_("ends on"))
    symbol = models.CharField(_("symbol of the report"), max_length=80, blank=True)

    class Meta(Fact.Meta):
        verbose_name = _("visit of a special procedure")
        verbose_name_plural = _("visits of special procedures")
        ordering = ("-begins_on", "-requested_on", "pk")
        constraints = [
            once("a_visit_stands_once", "mechanism", "serial"),
            sensible_days("a_visit_has_sensible_days", "requested_on", "answered_on", "begins_on", "ends_on"),
            models.CheckConstraint(
                condition=~Q(status="done") | ~Q(begins_on=""), name="a_visit_that_was_made_says_when"
            ),
        ]

    def __str__(self) -> str:
        return str(self.mechanism)

    @property
    def known_since(self) -> str:
        """The day of the last thing that is known of it."""
        return self.begins_on or self.answered_on or self.requested_on


@keeps_row_history()
class CommunicationCount(Fact):
    """How many communications the special procedures sent a State in a year, and how many it answered."""

    KEY = ("year",)

    year = models.PositiveSmallIntegerField(_("year"))
    sent = models.PositiveIntegerField(_("communications sent"))
    answered = models.PositiveIntegerField(_("communications answered"))

    class Meta(Fact.Meta):
        verbose_name = _("number of communications")
        verbose_name_plural = _("numbers of communications")
        ordering = ("-year",)
        constraints = [
            once("communications_are_counted_once_a_year", "year"),
            models.CheckConstraint(
                condition=Q(answered__lte=models.F("sent")),
                name="no_more_communications_are_answered_than_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.sent}"
