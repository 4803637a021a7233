"""What of a practice can change: its wording, how grave a breach is, its thresholds, from which day on."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import stays_for_good

# What the system brings with it holds for every day that the programme has seen.
BEGINNING = date(1987, 11, 16)


class Severity(models.TextChoices):
    """How grave it is that something breaks a practice: a closed list, the gravest first."""

    BINDING = "binding", _("Binding: it is refused where it is asked")
    WARNING = "warning", _("Warning: it has to be put right")
    HINT = "hint", _("Hint: somebody should look at it")

    @property
    def word(self) -> str:
        """Its name without what follows from it."""
        return str(self.label).partition(":")[0]


class PracticeVersion(models.Model):
    """How a practice stands from a day on; what it checks is code. Replaced, never changed."""

    practice = models.CharField(_("practice"), max_length=80)
    effective_from = models.DateField(_("effective from"))
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    thresholds = models.JSONField(_("thresholds"), default=dict)
    grace_days = models.PositiveSmallIntegerField(_("days until what it newly finds counts"), default=0)
    wording = models.JSONField(_("wording by language"), default=dict)
    source = models.CharField(_("source"), max_length=300)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("issued by")
    )
    issued_at = models.DateTimeField(_("issued at"), null=True)
    submission = models.UUIDField(_("key of the submitted form"), unique=True, default=uuid4)

    class Meta:
        verbose_name = _("version of a practice")
        verbose_name_plural = _("versions of practices")
        ordering = ("practice", "-effective_from", "-pk")
        indexes = [models.Index(fields=["practice", "-effective_from", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__in=Severity.values), name="a_breach_is_binding_a_warning_or_a_hint"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="a_version_of_a_practice_names_its_source"),
            models.CheckConstraint(
                condition=Q(effective_from=BEGINNING, issued_by=None, issued_at=None)
                | Q(issued_by__isnull=False, issued_at__isnull=False),
                name="somebody_issued_each_version_that_did_not_come_with_the_system",
            ),
        ]
        triggers = stays_for_good("a_version_is_replaced_never_changed")

    def __str__(self) -> str:
        return f"{self.practice} ({self.effective_from:%Y-%m-%d})"

    @property
    def is_from_the_beginning(self) -> bool:
        """Whether the system brought it with it."""
        return self.issued_by_id is None

    @property
    def counts_from(self) -> date:
        """The day on which what this version newly finds begins to count."""
        return self.effective_from + timedelta(days=self.grace_days)
