"""Subjects in which texts of any language meet, and what people said to proposed recommendations."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQueryField
from django.db import models
from django.db.models import F, Func, GeneratedField, Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Recommendation, Theme
from techcoop.atlas.models import in_language
from techcoop.journal.models import keeps_row_history


class SubjectGroup(models.TextChoices):
    """The groups of subjects, lettered as the coded taxonomy letters them."""

    FRAMEWORK = "A", _("Laws, institutions, cooperation with mechanisms")
    CROSS_CUTTING = "B", _("Equality, remedy, development")
    CIVIL = "D", _("Civil and political rights")
    ECONOMIC = "E", _("Economic, social and cultural rights")
    WOMEN_CHILDREN = "F", _("Women, children, persons with disabilities")
    GROUPS = "G", _("Minorities, indigenous peoples, migrants, defenders")
    GENERAL = "Z", _("General")


@keeps_row_history(without=["query"])
class Subject(models.Model):
    """A matter of human rights in the programme's own words: where the taxonomies of the sources meet."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    group = models.CharField(_("group"), max_length=1, choices=SubjectGroup)
    names = models.JSONField(_("names by language"), default=dict)
    components = ArrayField(models.CharField(max_length=2), default=list, verbose_name=_("components"))
    labels = ArrayField(models.CharField(max_length=200), default=list, verbose_name=_("labels of themes"))
    codes = ArrayField(models.CharField(max_length=10), default=list, verbose_name=_("codes of themes"))
    phrases = models.JSONField(_("phrases by language"), default=dict)
    position = models.PositiveSmallIntegerField(_("place in the list"), unique=True)
    effective_from = models.DateField(_("effective from"))
    source = models.CharField(_("source"), max_length=500)
    query = GeneratedField(
        expression=Func(F("phrases"), function="any_of_these_phrases"),
        output_field=SearchQueryField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ("position",)

    def __str__(self) -> str:
        return in_language(self.names)


@keeps_row_history()
class Placement(models.Model):
    """Onto which subject somebody placed a theme, and from when on; the newest one holds."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+", verbose_name=_("theme"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="placements", verbose_name=_("subject"))
    effective_from = models.DateField(_("effective from"))
    why = models.CharField(_("reasons"), max_length=500)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("placed by")
    )

    class Meta:
        verbose_name = _("placement of a theme")
        verbose_name_plural = _("placements of themes")
        ordering = ("effective_from", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "effective_from"], name="a_theme_is_placed_once_a_day_at_most"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="a_placement_of_a_theme_gives_its_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.theme}: {self.subject}"


class Verdict(models.TextChoices):
    """What somebody said to a proposed recommendation."""

    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Refused")


@keeps_row_history()
class Judgement(models.Model):
    """What was said to a proposal, so that it is not made again; the recommendation stays as it is."""

    thing_kind = models.CharField(_("kind of thing"), max_length=80)
    thing_id = models.BigIntegerField(_("key of the thing"))
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="+", verbose_name=_("recommendation")
    )
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    confidence = models.PositiveSmallIntegerField(_("confidence, in per cent"), null=True)
    words = ArrayField(models.CharField(max_length=200), default=list, verbose_name=_("words that matched"))
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(_("judged at"))

    class Meta:
        verbose_name = _("judgement of a proposal")
        verbose_name_plural = _("judgements of proposals")
        constraints = [
            models.UniqueConstraint(
                fields=["thing_kind", "thing_id", "recommendation"],
                name="a_proposal_for_a_thing_is_judged_once",
            ),
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__lte=100),
                name="a_confidence_is_at_most_one_hundred_per_cent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thing_kind} {self.thing_id}: {self.recommendation_id} {self.verdict}"
