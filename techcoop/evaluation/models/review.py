"""Reviews of the programme: drafts of the synthesis report of a Global Review."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.statuses import REVIEW_LIFECYCLE, ReviewStatus
from techcoop.journal.models import keeps_row_history, lives_by, stays_as_it_was


@keeps_row_history()
class Review(models.Model):
    """A draft of the synthesis report of a Global Review, over the years it looks at."""

    first_year = models.PositiveSmallIntegerField(_("from"))
    last_year = models.PositiveSmallIntegerField(_("to"))
    language = models.CharField(_("language"), max_length=10)
    status = models.CharField(
        _("status"), max_length=20, choices=ReviewStatus, default=ReviewStatus.REQUESTED
    )
    status_since = models.DateTimeField(_("in this status since"))
    content = models.JSONField(_("content"), null=True, blank=True)
    digest = models.CharField(_("SHA-256 of the content"), max_length=64, blank=True)
    trouble = models.TextField(_("why it could not be composed"), blank=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(_("requested at"))
    submission = models.UUIDField(_("key of the submitted form"), unique=True)

    class Meta:
        verbose_name = _("review of the programme")
        verbose_name_plural = _("reviews of the programme")
        ordering = ("-requested_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_year__gte=models.F("first_year"), first_year__gte=1955),
                name="a_review_looks_at_years_in_their_order",
            )
        ]
        triggers = [
            *lives_by(REVIEW_LIFECYCLE),
            stays_as_it_was(
                "a_composed_review_stays_as_it_is",
                *("first_year", "last_year", "language", "content", "digest"),
                once=pgtrigger.Q(old__status=ReviewStatus.COMPOSED.value),
                says="a composed review stays as it is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_year}–{self.last_year}"

    def move(self, act: str) -> None:
        """Move along the table, or refuse."""
        self.status = REVIEW_LIFECYCLE.after(self.status, act)
