"""What the United Nations' own mechanisms say of a State; only importers from those sources write here."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models.vectors import PLACE, WORDS, searched
from techcoop.atlas.models import State, in_language
from techcoop.documents.models import Source
from techcoop.journal.models import keeps_row_history
from techcoop.web.writing import opening


def only_importers_write(name: str) -> pgtrigger.Trigger:
    """Refuse every write that does not come from an import of a mechanism's own source."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate,
        level=pgtrigger.Statement,
        func="""
            IF coalesce(current_setting('techcoop.importing', true), '') <> 'accountability' THEN
                RAISE EXCEPTION 'only imports from the mechanisms'' own sources write in accountability';
            END IF;
            RETURN NULL;
        """,
    )


class MechanismKind(models.TextChoices):
    """The kinds of monitoring mechanisms."""

    UPR = "upr", _("Universal periodic review")
    TREATY_BODY = "treaty_body", _("Treaty bodies")
    SPECIAL_PROCEDURE = "special_procedure", _("Special procedures")
    INVESTIGATION = "investigation", _("Investigative bodies")


class Mechanism(models.Model):
    """A body that monitors: a treaty body, the universal periodic review, a special procedure."""

    code = models.CharField(_("code"), max_length=60, unique=True)
    names = models.JSONField(_("names by language"), default=dict)
    kind = models.CharField(_("kind"), max_length=20, choices=MechanismKind)
    labels = ArrayField(models.CharField(max_length=300), default=list, verbose_name=_("labels in sources"))

    class Meta:
        verbose_name = _("mechanism")
        verbose_name_plural = _("mechanisms")
        ordering = ("kind", "code")
        triggers = [only_importers_write("only_importers_write_mechanisms")]

    def __str__(self) -> str:
        return in_language(self.names)

    @property
    def every_label(self) -> tuple[str, ...]:
        """Everything by which files may call it: what pages print, too."""
        return (self.code, *self.labels, *self.names.values())


class Instrument(models.Model):
    """One of the eighteen human rights treaties and protocols whose status is followed."""

    code = models.CharField(_("abbreviation"), max_length=20, unique=True)
    names = models.JSONField(_("names by language"), default=dict)
    adopted_on = models.DateField(_("adopted on"))
    position = models.PositiveSmallIntegerField(_("place in the list"), unique=True)
    abbreviations = ArrayField(
        models.CharField(max_length=30), default=list, verbose_name=_("other abbreviations")
    )
    main_treaty = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="protocols", verbose_name=_("treaty")
    )

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ("position",)
        triggers = [only_importers_write("only_importers_write_instruments")]

    def __str__(self) -> str:
        return in_language(self.names)

    @property
    def every_label(self) -> tuple[str, ...]:
        """Everything by which files may call it: what pages print, too."""
        return (self.code, *self.abbreviations, *self.names.values())


class TreatyStanding(models.TextChoices):
    """What a State has done about an instrument."""

    PARTY = "party", _("State party")
    SIGNATORY = "signatory", _("Signatory")
    NO_ACTION = "no_action", _("No action")


@keeps_row_history()
class TreatyStatus(models.Model):
    """Where a State stands with one instrument, as its depositary says."""

    state = models.ForeignKey(State, models.PROTECT, related_name="+")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="statuses")
    standing = models.CharField(_("standing"), max_length=20, choices=TreatyStanding)
    year = models.PositiveSmallIntegerField(_("year of ratification or accession"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("treaty status")
        verbose_name_plural = _("treaty statuses")
        constraints = [
            models.UniqueConstraint(
                fields=["state", "instrument"], name="a_state_has_one_standing_with_an_instrument"
            ),
            models.CheckConstraint(
                condition=Q(standing="party") | Q(year=None),
                name="only_a_state_party_has_a_year_of_ratification",
            ),
        ]
        triggers = [only_importers_write("only_importers_write_treaty_statuses")]

    def __str__(self) -> str:
        return f"{self.state}: {self.instrument.code}"

    # Django's own reads all the choices each time, in words.
    def get_standing_display(self) -> str:  # type: ignore[no-redef]
        return str(TreatyStanding(self.standing).label)

    @property
    def mark(self) -> str:
        """The standing in a narrow cell: the year of a party, or a sign."""
        if self.standing == TreatyStanding.PARTY:
            return str(self.year or pgettext("a State party without a known year", "party"))
        return pgettext("signatory", "S") if self.standing == TreatyStanding.SIGNATORY else "–"


@keeps_row_history()
class Theme(models.Model):
    """A subject in the taxonomy of a source; taxonomies change, so each keeps its name and version."""

    taxonomy = models.CharField(_("taxonomy"), max_length=40)
    label = models.CharField(_("label"), max_length=200)
    names = models.JSONField(_("names by language"), default=dict)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ("label",)
        constraints = [
            models.UniqueConstraint(fields=["taxonomy", "label"], name="a_label_stands_once_in_a_taxonomy")
        ]
        triggers = [only_importers_write("only_importers_write_themes")]

    def __str__(self) -> str:
        return self.names.get(get_language() or "en") or self.label


class Position(models.TextChoices):
    """What a State said to a recommendation of the universal periodic review."""

    SUPPORTED = "supported", _("Supported")
    NOTED = "noted", _("Noted")
    PENDING = "pending", _("Pending")


class RecommendationKind(models.TextChoices):
    """What kind of text it is."""

    RECOMMENDATION = "recommendation", _("Recommendation")
    CONCERN = "concern", _("Concern or observation")
    PLEDGE = "pledge", _("Voluntary pledge")


# Lists are in this order and find an index for it.
NEWEST_FIRST = (F("year").desc(nulls_last=True), F("id").desc())


@keeps_row_history(without=["search"])
class Recommendation(models.Model):
    """What a mechanism recommends to one State; the same text to several States stands once for each."""

    source_key = models.CharField(_("key in the source"), max_length=80)
    state = models.ForeignKey(State, models.PROTECT, related_name="+", verbose_name=_("State"))
    mechanism = models.ForeignKey(Mechanism, models.PROTECT, related_name="+", verbose_name=_("mechanism"))
    kind = models.CharField(_("kind"), max_length=20, choices=RecommendationKind)
    texts = models.JSONField(_("text by language"), default=dict)
    symbol = models.CharField(_("document symbol"), max_length=80, blank=True)
    paragraph = models.CharField(_("paragraph"), max_length=20, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    upr_cycle = models.PositiveSmallIntegerField(_("cycle of the review"), null=True, blank=True)
    upr_session = models.PositiveSmallIntegerField(_("session of the review"), null=True, blank=True)
    upr_position = models.CharField(_("position of the State"), max_length=20, choices=Position, blank=True)
    recommending_state_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    theme_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    affected_groups = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    sdg_targets = ArrayField(models.CharField(max_length=6), default=list, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(_("no longer in the source since"), null=True, blank=True)
    search = searched(f"{WORDS} || {PLACE}")

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = NEWEST_FIRST
        constraints = [
            models.UniqueConstraint(
                fields=["source_key", "state"], name="a_text_of_a_source_stands_once_for_a_state"
            ),
        ]
        indexes = [
            GinIndex(fields=["search", "state", "mechanism", "year"], name="recommendation_words"),
            GinIndex(fields=["theme_ids"], name="recommendation_themes"),
            models.Index("state", *NEWEST_FIRST, name="recommendation_of_state"),
            models.Index(*NEWEST_FIRST, name="recommendation_newest", condition=Q(withdrawn_on=None)),
        ]
        triggers = [only_importers_write("only_importers_write_recommendations")]

    def __str__(self) -> str:
        return self.reference or opening(self.text)

    @property
    def reference(self) -> str:
        """The document and the paragraph, where the source gives them."""
        return " ".join(filter(None, (self.symbol, self.paragraph)))

    @property
    def text(self) -> str:
        """The text in the reader's language, else in the first in which it was issued."""
        return in_language(self.texts) or next(iter(self.texts.values()), "")

    @property
    def state_name(self) -> str:
        """The State's short name in the reader's language."""
        return self.state.name
