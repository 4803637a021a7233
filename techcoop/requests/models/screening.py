"""The screening of a request: ten questions of admissibility, each answered by a person."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from techcoop.journal.models import a_part_stays, stays_for_good
from techcoop.requests.models.requests import StateRequest
from techcoop.requests.statuses import IN_HAND


class Question(models.TextChoices):
    """The ten questions of admissibility, in the order of the screening sheet."""

    GENUINE = "genuine", _("A Government or a regional organisation asks")
    COMPONENTS = "components", _("Within the five components")
    MANDATE = "mandate", _("No objection by mandate")
    ACCOUNTABILITY = "accountability", _("Facts of accountability at hand")
    CONSULTED = "consulted", _("Civil society and the national institution consulted")
    DUPLICATION = "duplication", _("No duplication of the work of others")
    COUNTERPART = "counterpart", _("Political will, and a counterpart identified")
    SUSTAINABLE = "sustainable", _("Can be absorbed, and can last")
    NO_HARM = "no_harm", _("Does no harm")
    FUNDS = "funds", _("Funds conceivable")


class Verdict(models.TextChoices):
    """What a person says to a question."""

    HOLDS = "holds", pgettext_lazy("question of admissibility", "Holds")
    DOES_NOT_HOLD = "does_not_hold", pgettext_lazy("question of admissibility", "Does not hold")
    NOT_KNOWN = "not_known", pgettext_lazy("question of admissibility", "Not known yet")


NOT_IN_HAND = f"""EXISTS (
                SELECT FROM requests_staterequest WHERE id = NEW.state_request_id
                   AND status NOT IN ({", ".join(f"'{one.value}'" for one in IN_HAND)})
            )"""


class ScreeningVerdict(models.Model):
    """What somebody said to one question of admissibility, and when; a later one stands above it."""

    state_request = models.ForeignKey(StateRequest, models.PROTECT, related_name="verdicts")
    question = models.CharField(_("question"), max_length=20, choices=Question)
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict, blank=True)
    remark = models.TextField(_("remark"), blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given at"))

    class Meta:
        verbose_name = _("verdict of the screening")
        verbose_name_plural = _("verdicts of the screening")
        ordering = ("pk",)
        indexes = [models.Index(fields=["state_request", "question", "-id"])]
        triggers = [
            *stays_for_good("a_verdict_is_followed_never_changed"),
            a_part_stays("stays_once_decided", once=NOT_IN_HAND, says="a sheet stays as it was decided on"),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.verdict}"

    @property
    def is_given(self) -> bool:
        """Whether it answers the question: what is not known yet does when it says why."""
        if self.verdict == Verdict.NOT_KNOWN:
            return bool(self.remark.strip())
        return bool(self.verdict)
