"""Who was heard for an assessment; what identifies them is sealed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.models.assessment import NeedsAssessment
from techcoop.assessments.models.guards import stays_once_approved
from techcoop.assessments.models.row import Row
from techcoop.documents.models import Classification
from techcoop.journal.models import keeps_row_history
from techcoop.protection.fields import EncryptedTextField


class Voice(models.TextChoices):
    """Who was heard."""

    GOVERNMENT = "government", _("Government")
    NATIONAL_INSTITUTION = "national_institution", _("National human rights institution")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    RIGHTS_HOLDERS = "rights_holders", _("Rights holders, victims, defenders")
    ACADEMIA = "academia", _("Academia and professions")
    UNITED_NATIONS = "united_nations", _("United Nations and other partners")


# Wide consultation is governmental and non-governmental; these are the voices beside governments.
BESIDE_GOVERNMENT = (Voice.NATIONAL_INSTITUTION, Voice.CIVIL_SOCIETY, Voice.RIGHTS_HOLDERS, Voice.ACADEMIA)


class Group(models.TextChoices):
    """Groups among those who were heard: a closed list, so that no name is ever written in it."""

    WOMEN = "women", _("Women and girls")
    CHILDREN = "children", _("Children")
    YOUTH = "youth", _("Youth")
    OLDER_PERSONS = "older_persons", _("Older persons")
    DISABILITIES = "disabilities", _("Persons with disabilities")
    MINORITIES = "minorities", _("Minorities")
    INDIGENOUS = "indigenous", _("Indigenous peoples")
    MIGRANTS = "migrants", _("Migrants")
    DISPLACED = "displaced", _("Refugees and displaced persons")
    RURAL = "rural", _("People in rural areas")
    DEPRIVED_OF_LIBERTY = "deprived_of_liberty", _("Persons deprived of their liberty")
    LGBTI = "lgbti", _("Lesbian, gay, bisexual, transgender and intersex persons")
    DEFENDERS = "defenders", _("Human rights defenders")
    JOURNALISTS = "journalists", _("Journalists")
    JUSTICE = "justice", _("Judges, lawyers and prosecutors")
    LAW_ENFORCEMENT = "law_enforcement", _("Police and prison officers")


# Defenders, victims and witnesses: what names them is encrypted, and read only with a record of it.
@keeps_row_history(without=["who", "said"])
class Consultation(Row):
    """A conversation held for an assessment; who spoke stays encrypted and in no list, search or export."""

    NOUN = "consultation"
    SEALED = ("who", "said")
    WRITTEN = ("held_on", "voice", "women", "men", "others", "groups", *SEALED)

    assessment = models.ForeignKey(NeedsAssessment, models.PROTECT, related_name="consultations")
    held_on = models.DateField(_("held on"))
    voice = models.CharField(_("who was heard"), max_length=30, choices=Voice)
    women = models.PositiveIntegerField(_("women"), default=0)
    men = models.PositiveIntegerField(_("men"), default=0)
    others = models.PositiveIntegerField(_("others or not stated"), default=0)
    groups = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    classification = models.CharField(
        _("class"), max_length=30, choices=Classification, default=Classification.STRICTLY_CONFIDENTIAL
    )
    who = EncryptedTextField(_("names and functions"), blank=True)
    said = EncryptedTextField(_("what was said"), blank=True)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ("held_on", "pk")
        triggers = [stays_once_approved()]
        constraints = [
            models.CheckConstraint(
                condition=Q(voice__in=Voice.values), name="who_was_heard_is_one_of_the_known_voices"
            ),
            models.CheckConstraint(
                condition=Q(groups__contained_by=Group.values), name="groups_that_were_heard_are_of_the_list"
            ),
            models.CheckConstraint(
                condition=Q(classification=Classification.STRICTLY_CONFIDENTIAL),
                name="who_was_heard_is_always_strictly_confidential",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_voice_display()}, {self.held_on}"
