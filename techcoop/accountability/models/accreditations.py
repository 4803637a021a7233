"""National human rights institutions, and how the alliance of them has accredited each over time."""

from django.db import models
from django.db.models import Case, Exists, Func, OuterRef, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.fact import Fact, LatestDay, known_day, once, sensible_days
from techcoop.journal.models import keeps_row_history


class AccreditationStatus(models.TextChoices):
    """Where an institution stands with the Paris Principles."""

    APPLIED = "applied", _("Applied for accreditation")
    DEFERRED = "deferred", _("Deferred")
    FULL = "A", _("A: fully compliant with the Paris Principles")
    PARTIAL = "B", _("B: partially compliant with the Paris Principles")
    SPECIAL_REVIEW = "special_review", _("Under special review")
    DOWNGRADE_NOTICE = "downgrade_notice", _("Notice of downgrading")
    LAPSED = "lapsed", _("Lapsed")


# An institution with one of these is reviewed again.
REVIEWED_AGAIN = ("A", "B", "deferred", "special_review", "downgrade_notice")


class YearsAfter(Func):
    """The same day some years later."""

    output_field = models.DateField()
    arg_joiner = " + make_interval(years => "
    template = "(%(expressions)s))::date"


class AccreditationQuerySet(models.QuerySet["Accreditation"]):
    """Words about accreditations."""

    def last_decisions(self) -> "AccreditationQuerySet":
        """The last that is known of each institution."""
        later = Accreditation.objects.filter(
            state=OuterRef("state"),
            institution=OuterRef("institution"),
            decided_on__gt=OuterRef("decided_on"),
        )
        return self.filter(~Exists(later))

    def with_review(self, years: int) -> "AccreditationQuerySet":
        """Each with the day of the next review: as it was set, else so many years after the last decision."""
        counted = YearsAfter(LatestDay("decided_on"), Value(years))
        again = Case(When(status__in=REVIEWED_AGAIN, then=counted), default=None)
        return self.annotate(next_review_on=Coalesce("review_on", again))


@keeps_row_history()
class Accreditation(Fact):
    """One decision about the accreditation of a national human rights institution."""

    KEY = ("institution", "decided_on")

    institution = models.CharField(_("institution"), max_length=200)
    decided_on = known_day(_("decided on"))
    status = models.CharField(_("accreditation"), max_length=20, choices=AccreditationStatus)
    session = models.CharField(_("session of the sub-committee"), max_length=80, blank=True)
    review_on = models.DateField(_("next review as it was set"), null=True, blank=True)

    objects = AccreditationQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = _("accreditation of a national human rights institution")
        verbose_name_plural = _("accreditations of national human rights institutions")
        ordering = ("-decided_on", "institution")
        constraints = [
            once("an_institution_is_decided_on_once_a_day", "institution", "decided_on"),
            sensible_days("an_accreditation_has_a_sensible_day", "decided_on"),
            models.CheckConstraint(condition=~models.Q(decided_on=""), name="an_accreditation_has_a_day"),
        ]

    def __str__(self) -> str:
        return self.institution
