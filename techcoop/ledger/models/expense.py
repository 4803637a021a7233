"""What the Secretariat spent on human rights, line by line, as its own accounts tell it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import keeps_row_history


class SourceOfFunds(models.TextChoices):
    """Where the money of the Secretariat comes from."""

    REGULAR = "regular_assessed", _("Regular budget, assessed")
    OTHER = "other_assessed", _("Other assessed contributions")
    VOLUNTARY = "voluntary", _("Voluntary contributions")


@keeps_row_history()
class SecretariatExpense(models.Model):
    """One line of expenses of a year: the money around the programme, never a cost of a project here."""

    year = models.PositiveSmallIntegerField(_("year"))
    financial_year = models.CharField(_("financial year as reported"), max_length=20)
    entity = models.CharField(_("entity"), max_length=100)
    priority_area = models.CharField(_("priority area"), max_length=200, blank=True)
    part = models.CharField(_("part of the budget"), max_length=300, blank=True)
    section = models.CharField(_("section of the budget"), max_length=300, blank=True)
    source_of_funds = models.CharField(_("source of funds"), max_length=20, choices=SourceOfFunds)
    reference = models.CharField(_("reference"), max_length=200, blank=True)
    fund = models.CharField(_("fund or note"), max_length=500, blank=True)
    # Some lists name the same fund twice in a year, with two amounts; the second is the second line.
    line = models.PositiveSmallIntegerField(_("line of those alike"), default=1)
    amount = models.DecimalField(_("amount in US dollars"), max_digits=18, decimal_places=2)
    source = models.CharField(_("source"), max_length=300)
    retrieved_on = models.DateField(_("retrieved on"))

    class Meta:
        verbose_name = _("expense of the Secretariat")
        verbose_name_plural = _("expenses of the Secretariat")
        ordering = ("-year", "section", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=[
                    *("year", "financial_year", "entity", "priority_area", "part", "section"),
                    *("source_of_funds", "reference", "fund", "line"),
                ],
                name="a_line_of_expenses_stands_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.entity} {self.financial_year}: {self.fund or self.section}"
