"""The scan of institutions: who in the country is there to protect rights, and how well."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models.assessment import NeedsAssessment
from techcoop.assessments.models.guards import stays_once_approved
from techcoop.assessments.models.row import Row
from techcoop.journal.models import keeps_row_history


class InstitutionKind(models.TextChoices):
    """What kind of national structure it is."""

    NATIONAL_INSTITUTION = "national_institution", _("National human rights institution")
    PARLIAMENT = "parliament", _("Parliament")
    JUDICIARY = "judiciary", _("Judiciary")
    MINISTRY = "ministry", _("Ministry or government body")
    LAW_ENFORCEMENT = "law_enforcement", _("Police, prisons, security forces")
    EDUCATION = "education", _("School, university, academy")
    CIVIL_SOCIETY = "civil_society", _("Organisation of civil society")
    MEDIA = "media", _("Media")
    OTHER = "other", _("Other")


class Independence(models.TextChoices):
    """Whether an institution decides by itself."""

    BOTH = "both", _("In law and in practice")
    LAW = "law", _("In law, not in practice")
    PRACTICE = "practice", _("In practice, not in law")
    NEITHER = "neither", _("Neither in law nor in practice")
    NOT_JUDGED = "not_judged", _("Not judged")


class Ability(models.TextChoices):
    """Whether an institution has what its mandate takes."""

    ENOUGH = "enough", _("Enough for its mandate")
    PARTLY = "partly", _("Enough for a part of its mandate")
    HARDLY = "hardly", _("Hardly any")
    NOT_JUDGED = "not_judged", _("Not judged")


class Accreditation(models.TextChoices):
    """The status that the Global Alliance gave to a national human rights institution."""

    FULL = "A", _("A: full compliance with the Paris Principles")
    PARTIAL = "B", _("B: partial compliance with the Paris Principles")
    NONE = "none", _("Not accredited")
    NOT_CONCERNED = "not_concerned", _("Not concerned")


@keeps_row_history()
class Institution(Row):
    """A national structure as the assessment found it."""

    NOUN = "institution"
    WRITTEN = ("name", "kind", "mandate", "independence", "ability", "accreditation", "remarks")

    assessment = models.ForeignKey(NeedsAssessment, models.CASCADE, related_name="institutions")
    name = models.CharField(_("institution"), max_length=200)
    kind = models.CharField(_("kind"), max_length=30, choices=InstitutionKind)
    mandate = models.TextField(_("mandate"), blank=True)
    independence = models.CharField(
        _("independence"), max_length=20, choices=Independence, default=Independence.NOT_JUDGED
    )
    ability = models.CharField(_("capacity"), max_length=20, choices=Ability, default=Ability.NOT_JUDGED)
    accreditation = models.CharField(
        _("accreditation"), max_length=20, choices=Accreditation, default=Accreditation.NOT_CONCERNED
    )
    remarks = models.TextField(_("remarks"), blank=True)

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ("pk",)
        triggers = [stays_once_approved()]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=InstitutionKind.values), name="an_institution_is_of_one_of_the_kinds"
            ),
            models.CheckConstraint(
                condition=Q(independence__in=Independence.values, ability__in=Ability.values),
                name="an_institution_is_judged_by_the_known_degrees",
            ),
            models.CheckConstraint(
                condition=Q(accreditation__in=Accreditation.values),
                name="an_accreditation_is_one_of_the_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name
