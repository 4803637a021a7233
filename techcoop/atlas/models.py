"""States and territories, their names and groups, regions, and regional organisations."""

from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import keeps_row_history


class Standing(models.TextChoices):
    """What a State or territory is to the United Nations; the atlas infers nothing beyond it."""

    MEMBER = "member", _("Member State")
    OBSERVER = "observer", _("Non-member observer State")
    OTHER = "other", _("Other State or entity")
    TERRITORY = "territory", _("Territory or area in the statistical list")
    FORMER = "former", _("Former State")


# Services are given at the request of Governments (GA res. 926 (X)): of Member States and observer States.
ASKING = (Standing.MEMBER, Standing.OBSERVER)


class RegionalGroup(models.TextChoices):
    """The five regional groups of Member States."""

    AFRICAN = "african", _("African States")
    ASIA_PACIFIC = "asia_pacific", _("Asia-Pacific States")
    EASTERN_EUROPEAN = "eastern_european", _("Eastern European States")
    LATIN_AMERICAN = "latin_american", _("Latin American and Caribbean States")
    WESTERN = "western", _("Western European and other States")


def in_language(names: dict[str, str]) -> str:
    """A name in the reader's language, else in English."""
    return names.get(get_language() or "en") or names.get("en", "")


def name_in_language(path: str = "names") -> Coalesce:
    """The same name as the database finds it, for rows of which nothing else is read."""
    own, english = KeyTextTransform(get_language() or "en", path), KeyTextTransform("en", path)
    return Coalesce(NullIf(own, models.Value("")), english, models.Value(""), output_field=models.TextField())


@keeps_row_history()
class Region(models.Model):
    """A region or sub-region of the United Nations' geographic classification (M49)."""

    code = models.CharField(_("M49 code"), max_length=3, unique=True)
    names = models.JSONField(_("names by language"), default=dict)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self.names)


class StateQuerySet(models.QuerySet["State"]):
    """Words about States."""

    def existing(self) -> "StateQuerySet":
        return self.filter(existed_until=None)

    def asking(self) -> "StateQuerySet":
        """Those whose Governments ask for assistance: Members of the United Nations, and observer States."""
        return self.existing().filter(standing__in=ASKING)

    def by_name(self) -> "StateQuerySet":
        """In the order of English short names; ICU is not always there, so the key is kept."""
        return self.order_by("sort_key")

    def choices(self) -> list[tuple[str, str]]:
        """Their codes and names in the reader's language, for a choice."""
        return list(self.by_name().values_list("iso3", name_in_language()))


@keeps_row_history()
class State(models.Model):
    """A State or territory: the one to which assistance is given and which accounts for its obligations."""

    iso3 = models.CharField(_("ISO 3166 code of three letters"), max_length=4, unique=True)
    iso2 = models.CharField(_("ISO 3166 code of two letters"), max_length=2, blank=True)
    m49 = models.CharField(_("M49 code"), max_length=3, blank=True)
    names = models.JSONField(_("short names by language"), default=dict)
    formal_names = models.JSONField(_("formal names by language"), default=dict)
    notes = models.JSONField(_("note on the name, by language"), default=dict, blank=True)
    sort_key = models.CharField(max_length=200)
    standing = models.CharField(_("standing"), max_length=20, choices=Standing)
    group = models.CharField(_("regional group"), max_length=20, choices=RegionalGroup, blank=True)
    regions = models.ManyToManyField(Region, related_name="states", verbose_name=_("regions"))
    is_least_developed = models.BooleanField(_("least developed country"), default=False)
    is_landlocked = models.BooleanField(_("landlocked developing country"), default=False)
    is_small_island = models.BooleanField(_("small island developing State"), default=False)
    official_language = models.CharField(_("language of correspondence"), max_length=10, default="en")
    existed_from = models.PositiveSmallIntegerField(_("from the year"), null=True, blank=True)
    existed_until = models.PositiveSmallIntegerField(_("until the year"), null=True, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="+", blank=True)
    has_follow_up_mechanism = models.BooleanField(
        _("national mechanism for implementation, reporting and follow-up"), null=True
    )

    objects = StateQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("country", "State")
        verbose_name_plural = pgettext_lazy("countries", "States")
        ordering = ("sort_key",)
        constraints = [
            models.UniqueConstraint(
                fields=["iso2"],
                condition=~Q(iso2=""),
                name="a_two_letter_code_belongs_to_one_state",
            ),
            models.CheckConstraint(
                condition=~Q(standing="former") | Q(existed_until__isnull=False),
                name="a_former_state_says_until_when_it_existed",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The short name in the reader's language."""
        return in_language(self.names)

    @property
    def formal_name(self) -> str:
        """The formal name in the reader's language, without one the short name."""
        return in_language(self.formal_names) or self.name

    @property
    def note(self) -> str:
        """What must stand wherever the name stands, in the reader's language."""
        return in_language(self.notes)


class StateAlias(models.Model):
    """A spelling of a State's name as it is found in the wild, folded to bare lower-case letters."""

    folded = models.CharField(_("folded spelling"), max_length=200, unique=True)
    state = models.ForeignKey(State, models.CASCADE, related_name="aliases")
    source = models.CharField(_("where it was met"), max_length=200)

    class Meta:
        verbose_name = _("spelling of a State's name")
        verbose_name_plural = _("spellings of States' names")

    def __str__(self) -> str:
        return self.folded


@keeps_row_history()
class RegionalOrganization(models.Model):
    """An intergovernmental organisation of a region, which may ask for assistance as a State may."""

    code = models.CharField(_("abbreviation"), max_length=20, unique=True)
    names = models.JSONField(_("names by language"), default=dict)
    members = models.ManyToManyField(State, related_name="+", blank=True)

    class Meta:
        verbose_name = _("regional organisation")
        verbose_name_plural = _("regional organisations")
        ordering = ("code",)

    def __str__(self) -> str:
        return in_language(self.names)
