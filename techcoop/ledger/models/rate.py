"""Exchange rates: so many units of a currency for one dollar of the United States, from a day on."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import keeps_row_history, stays_for_good


class RateKind(models.TextChoices):
    """Where a rate comes from, and for what it may be used."""

    OPERATIONAL = "operational", _("United Nations operational rate")
    ANNUAL_AVERAGE = "annual_average", _("Average of a year, for comparison only")


@keeps_row_history()
class ExchangeRate(models.Model):
    """Units of a currency for one US dollar; the rate of a day is the newest effective on it."""

    currency = models.CharField(_("currency"), max_length=3)
    effective_on = models.DateField(_("effective on"))
    units_per_dollar = models.DecimalField(_("units for one US dollar"), max_digits=40, decimal_places=20)
    kind = models.CharField(_("kind"), max_length=20, choices=RateKind)
    source = models.CharField(_("source"), max_length=300)
    retrieved_on = models.DateField(_("retrieved on"))

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        ordering = ("currency", "-effective_on")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "currency", "effective_on"],
                name="a_currency_has_one_rate_of_a_kind_a_day",
            ),
            models.CheckConstraint(condition=Q(units_per_dollar__gt=0), name="a_rate_is_above_zero"),
        ]
        # Averages of a year are revised by their source; what was reckoned with is not.
        triggers = stays_for_good(
            "a_rate_in_force_is_never_rewritten",
            once=pgtrigger.Q(old__kind=RateKind.OPERATIONAL.value),
        )

    def __str__(self) -> str:
        return f"{self.currency} {self.effective_on}"
