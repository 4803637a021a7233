"""Papers, each with a class, and the sources from which records came."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import keeps_row_history, stays_as_it_was


class Classification(models.TextChoices):
    """Who may read a paper (ST/SGB/2007/6)."""

    UNCLASSIFIED = "unclassified", _("Unclassified")
    CONFIDENTIAL = "confidential", _("Confidential")
    STRICTLY_CONFIDENTIAL = "strictly_confidential", _("Strictly confidential")


class DocumentQuerySet(models.QuerySet["Document"]):
    """Words about documents."""

    def of(self, thing: models.Model) -> "DocumentQuerySet":
        """The papers that belong to a thing."""
        return self.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)


@keeps_row_history()
class Document(models.Model):
    """A paper that is kept: a scan, a letter as sent, a report; its bytes never change."""

    title = models.CharField(_("title"), max_length=300)
    file_name = models.CharField(_("file name"), max_length=200)
    media_type = models.CharField(_("kind of file"), max_length=100)
    size_bytes = models.PositiveBigIntegerField(_("size in bytes"))
    digest = models.CharField(_("SHA-256 of the bytes"), max_length=64)
    stored_as = models.CharField(_("name in the store"), max_length=100)
    language = models.CharField(_("language"), max_length=10, blank=True)
    classification = models.CharField(_("class"), max_length=30, choices=Classification)
    classified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    classified_on = models.DateField(_("classified on"))
    review_on = models.DateField(_("class to be reviewed on"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added at"))
    submission = models.UUIDField(_("key of the submitted form"), unique=True, db_default=RandomUUID())
    thing_kind = models.CharField(_("kind of thing it belongs to"), max_length=80)
    thing_id = models.BigIntegerField(_("key of the thing it belongs to"))

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ("-added_at", "-pk")
        indexes = [models.Index(fields=["thing_kind", "thing_id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(review_on__gt=models.F("classified_on")),
                name="a_class_is_reviewed_after_it_was_given",
            ),
            models.CheckConstraint(
                condition=Q(classification__in=Classification.values),
                name="a_document_has_one_of_the_three_classes",
            ),
        ]
        triggers = [
            stays_as_it_was(
                "a_paper_stays_as_it_was_kept",
                *("file_name", "media_type", "size_bytes", "digest", "stored_as", "added_by", "added_at"),
                *("classification", "classified_by", "classified_on"),
                says="a paper stays as it was kept: its bytes, and the class that protects them",
            )
        ]

    def __str__(self) -> str:
        """Its title, unless that is under a class, too: what names a paper is read by more people."""
        is_open = self.classification == Classification.UNCLASSIFIED
        return self.title if is_open else gettext("document %(number)s") % {"number": self.pk}


@keeps_row_history()
class Source(models.Model):
    """Where records came from: which file, of which publisher, retrieved when; it never changes."""

    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    address = models.URLField(_("address"), blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    digest = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    retrieved_on = models.DateField(_("retrieved on"))
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ("-retrieved_on", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "title", "publisher", "retrieved_on"],
                condition=~Q(digest=""),
                name="one_retrieval_of_a_file_is_one_source",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="a_source_stays_as_it_was_named",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="RAISE EXCEPTION 'a source stays as it was named: a new retrieval is a new source';",
            )
        ]

    def __str__(self) -> str:
        return self.title
