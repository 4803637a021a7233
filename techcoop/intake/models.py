"""Files of records handed in from outside, and what each row of them would do or did."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from techcoop.intake.statuses import LIFECYCLE, ImportStatus
from techcoop.journal.models import keeps_row_history, lives_by
from techcoop.sheets.errors import Reason


class Verdict(models.TextChoices):
    """What an import does with one row."""

    CREATE = "create", pgettext_lazy("row of an import", "new")
    CHANGE = "change", pgettext_lazy("row of an import", "changed")
    SKIP = "skip", pgettext_lazy("row of an import", "already there")
    REFUSE = "refuse", pgettext_lazy("row of an import", "refused")


@keeps_row_history()
class Import(models.Model):
    """One file of records from outside: compared first, written once somebody has confirmed it."""

    kind = models.CharField(_("kind of records"), max_length=40)
    file_name = models.CharField(_("file name"), max_length=200)
    stored_as = models.CharField(max_length=200)
    digest = models.CharField(_("SHA-256 of the file"), max_length=64)
    size_bytes = models.PositiveBigIntegerField(_("size in bytes"))
    title = models.CharField(_("title of the source"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True, default="")
    retrieved_on = models.DateField(_("retrieved on"))
    language = models.CharField(_("language of the texts"), max_length=10, default="en")
    options = models.JSONField(_("what else was said of the file"), default=dict, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=ImportStatus, default=ImportStatus.UPLOADED)
    to_create = models.PositiveIntegerField(_("new"), default=0)
    to_change = models.PositiveIntegerField(_("changed"), default=0)
    to_skip = models.PositiveIntegerField(_("already there"), default=0)
    to_refuse = models.PositiveIntegerField(_("refused"), default=0)
    headings = models.JSONField(_("headings of the file"), default=list)
    notes = models.JSONField(_("how the file was read"), default=list)
    error = models.JSONField(_("why it failed"), default=dict)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(_("handed in"))
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    applied_at = models.DateTimeField(_("applied"), null=True)
    submission = models.UUIDField(unique=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-uploaded_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(status="applied", applied_at__isnull=False, confirmed_by__isnull=False)
                | (~Q(status="applied") & Q(applied_at=None)),
                name="an_applied_import_says_by_whom_and_when",
            )
        ]
        triggers = lives_by(LIFECYCLE)

    def __str__(self) -> str:
        return self.file_name

    def move(self, act: str) -> None:
        """Take the next step of the procedure, if the status permits it."""
        self.status = LIFECYCLE.after(self.status, act)

    @property
    def brought_nothing(self) -> bool:
        """Whether it was applied, and no row of it was new or different."""
        return self.status == ImportStatus.APPLIED and not (self.to_create or self.to_change)

    @property
    def was_refused_whole(self) -> bool:
        """Whether nothing of it is on record, because every row was refused."""
        return bool(self.to_refuse) and not (self.to_create or self.to_change or self.to_skip)

    @property
    def outcome(self) -> str | Promise:
        """Its status in words; what wrote nothing is not called applied."""
        return _("Nothing to write") if self.brought_nothing else self.get_status_display()

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have which verdict."""
        return {
            Verdict.CREATE.value: self.to_create,
            Verdict.CHANGE.value: self.to_change,
            Verdict.SKIP.value: self.to_skip,
            Verdict.REFUSE.value: self.to_refuse,
        }

    @property
    def read_notes(self) -> list[Reason]:
        """How the file was read, in the reader's language."""
        return [Reason.from_json(one) for one in self.notes]


class ImportLineQuerySet(models.QuerySet["ImportLine"]):
    """Words about rows."""

    def by_care(self) -> "ImportLineQuerySet":
        """With the care that a row asks of whoever reads: first what is refused, then what is changed."""
        order = (Verdict.REFUSE, Verdict.CHANGE, Verdict.CREATE, Verdict.SKIP)
        places = (When(verdict=verdict, then=Value(place)) for place, verdict in enumerate(order))
        return self.annotate(care=Case(*places, output_field=models.PositiveSmallIntegerField()))


class ImportLine(models.Model):
    """What one row of the file would do or did; rows without news are kept as examples only."""

    record_import = models.ForeignKey(Import, models.CASCADE, related_name="lines")
    row = models.PositiveIntegerField(_("row"))
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    reasons = models.JSONField(_("reasons"), default=list)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    cells = models.JSONField(_("as in the file"), null=True)

    objects = ImportLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ("row", "pk")
        indexes = [models.Index(fields=["record_import", "verdict", "row"])]

    def __str__(self) -> str:
        return f"{self.row}: {self.verdict}"

    @property
    def read_reasons(self) -> list[Reason]:
        """Why, in the reader's language."""
        return [Reason.from_json(one) for one in self.reasons]

    def told(self) -> str:
        """The reasons in a few words, each with its column."""
        return " ".join(f"{one.column}: {one}" if one.column else str(one) for one in self.read_reasons)


class ImportProgress(models.Model):
    """How far the work on a file has come; written beside the work's own transaction, so it can be seen."""

    record_import = models.OneToOneField(
        Import, models.CASCADE, primary_key=True, related_name="progress", db_constraint=False
    )
    share = models.FloatField(_("share done"), default=0)
    at = models.DateTimeField(_("seen at"), auto_now=True)

    class Meta:
        verbose_name = _("progress of an import")
        verbose_name_plural = _("progress of imports")

    def __str__(self) -> str:
        return f"{self.share:.0%}"
