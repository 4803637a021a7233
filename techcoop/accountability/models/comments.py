"""General comments and recommendations: how a treaty body reads its treaty, paragraph by paragraph."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.facts import Mechanism, only_importers_write
from techcoop.accountability.models.vectors import WORDS, searched
from techcoop.atlas.models import in_language
from techcoop.documents.models import Source
from techcoop.journal.models import keeps_row_history

# These two issue general recommendations; the other treaty bodies issue general comments.
RECOMMENDING = ("CEDAW", "CERD")


@keeps_row_history()
class GeneralComment(models.Model):
    """What one treaty body, or two together, say of the meaning of a treaty to all its parties."""

    source_key = models.CharField(_("key in the source"), max_length=80, unique=True)
    mechanism = models.ForeignKey(Mechanism, models.PROTECT, related_name="+", verbose_name=_("treaty body"))
    joint = models.ForeignKey(
        Mechanism, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("together with")
    )
    serial = models.PositiveSmallIntegerField(_("number in the series"))
    titles = models.JSONField(_("title by language"), default=dict)
    symbol = models.CharField(_("document symbol"), max_length=80, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    address = models.URLField(_("address of the original"), max_length=500, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("general comment")
        verbose_name_plural = _("general comments")
        ordering = ("mechanism__code", "-serial", "pk")
        triggers = [only_importers_write("only_importers_write_general_comments")]

    def __str__(self) -> str:
        return f"{self.mechanism.code}: {self.name}"

    @property
    def name(self) -> str:
        """What it is called in short, with its number."""
        if self.mechanism.code in RECOMMENDING:
            return gettext("General recommendation No. %(number)s") % {"number": self.serial}
        return gettext("General comment No. %(number)s") % {"number": self.serial}

    @property
    def title(self) -> str:
        """The title in the reader's language, else in the first in which it was issued."""
        return in_language(self.titles) or next(iter(self.titles.values()), "")


@keeps_row_history(without=["search"])
class CommentParagraph(models.Model):
    """One paragraph of a general comment, with the groups of persons that a copyist found in it."""

    comment = models.ForeignKey(GeneralComment, models.PROTECT, related_name="paragraphs")
    label = models.CharField(_("paragraph"), max_length=40)
    position = models.PositiveIntegerField(_("place in the text"))
    texts = models.JSONField(_("text by language"), default=dict)
    groups = ArrayField(models.CharField(max_length=200), default=list, verbose_name=_("persons concerned"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    search = searched(WORDS)

    class Meta:
        verbose_name = _("paragraph of a general comment")
        verbose_name_plural = _("paragraphs of general comments")
        ordering = ("comment", "position")
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "label"], name="a_paragraph_stands_once_in_a_general_comment"
            )
        ]
        indexes = [
            GinIndex(fields=["search"], name="paragraph_words"),
            GinIndex(fields=["groups"], name="paragraph_groups"),
        ]
        triggers = [only_importers_write("only_importers_write_paragraphs")]

    def __str__(self) -> str:
        return self.label

    @property
    def text(self) -> str:
        """The text in the reader's language, else in the first in which it was issued."""
        return in_language(self.texts) or next(iter(self.texts.values()), "")
