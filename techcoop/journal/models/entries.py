"""The record of acts, append-only and chained, and the series from which reference numbers come."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One act: who did what to which thing, when, why, and what became of the thing's status."""

    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    act = models.CharField(_("act"), max_length=60)
    thing_kind = models.CharField(_("kind of thing"), max_length=80)
    thing_id = models.BigIntegerField(_("key of the thing"))
    thing_name = models.CharField(_("thing"), max_length=300)
    number = models.PositiveIntegerField(_("number in the history of the thing"))
    status = models.CharField(_("status after the act"), max_length=40, blank=True)
    why = models.TextField(_("why"), blank=True)
    details = models.JSONField(_("details"), default=dict)
    previous = models.CharField(_("seal of the entry before"), max_length=64, blank=True)
    seal = models.CharField(_("seal"), max_length=64)

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        ordering = ("thing_kind", "thing_id", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["thing_kind", "thing_id", "number"],
                name="each_act_has_its_own_place_in_a_history",
            )
        ]
        indexes = [
            models.Index(fields=["-at"]),
            models.Index(fields=["by", "-at"]),
            models.Index(fields=["act", "thing_kind"]),
        ]
        triggers = [
            pgtrigger.Protect(
                name="the_journal_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            pgtrigger.Trigger(
                name="the_journal_is_never_emptied",
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                level=pgtrigger.Statement,
                func="RAISE EXCEPTION 'the journal is never emptied';",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thing_name}: {self.act}"


class Series(models.Model):
    """A run of reference numbers without gaps, such as the requests of one year."""

    name = models.CharField(max_length=60, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("series of numbers")
        verbose_name_plural = _("series of numbers")

    def __str__(self) -> str:
        return self.name
