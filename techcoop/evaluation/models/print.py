"""Reviews as they were printed: each file made once, by the worker, and kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import stays_for_good


class Print(models.Model):
    """One file of a report: which content it prints, and where its bytes are kept."""

    content_digest = models.CharField(_("SHA-256 of the content, its language included"), max_length=64)
    ending = models.CharField(_("kind of file"), max_length=10)
    digest = models.CharField(_("SHA-256 of the file"), max_length=64)
    stored_as = models.CharField(_("name in the store"), max_length=100)
    size_bytes = models.PositiveBigIntegerField(_("size in bytes"))
    printed_at = models.DateTimeField(_("printed at"))

    class Meta:
        verbose_name = _("printed report")
        verbose_name_plural = _("printed reports")
        ordering = ("content_digest", "ending")
        constraints = [
            models.UniqueConstraint(
                fields=["content_digest", "ending"], name="each_content_is_printed_once_as_each_kind_of_file"
            ),
            models.CheckConstraint(condition=Q(size_bytes__gt=0), name="a_printed_report_is_not_empty"),
        ]
        triggers = stays_for_good("a_printed_report_stays_as_it_was_printed")

    def __str__(self) -> str:
        return f"{self.content_digest[:12]}.{self.ending}"
