"""What is typed in the rows of the tables of an assessment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.models import Instrument
from techcoop.assessments.forms.texts import long_text
from techcoop.assessments.models import (
    LEAST,
    MOST,
    Ability,
    Accreditation,
    Consultation,
    Group,
    Independence,
    InstitutionKind,
    NeedsAssessment,
    RiskKind,
    RiskResponse,
    Row,
    Voice,
)
from techcoop.programme.models import Component
from techcoop.web.editing import Edited, EditingForm
from techcoop.web.forms import CreatingForm, DayInput, OneLine, choose_from

MOST_PEOPLE = 100_000
LONGEST_LINE = 160
OFF_THE_ROW = ("submission", "seen")


class OfAssessment(CreatingForm):
    """A form that offers what belongs to one assessment."""

    def __init__(self, *args: Any, assessment: NeedsAssessment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of(assessment)

    def of(self, assessment: NeedsAssessment) -> None:
        """Offer what belongs to this assessment, where a row points to something."""


class RowForm(EditingForm, OfAssessment):
    """A row that is added or changed: the same fields, sent twice without harm, written over by nobody."""

    def what(self) -> dict[str, Any]:
        """What was typed, field by field."""
        return {
            key: value for key, value in self.cleaned_data.items() if key not in ("submission", "version")
        }

    @classmethod
    def typed(cls, row: Row) -> dict[str, Any]:
        """What the row says now, to be changed; what is sealed is not opened for it."""
        many = {field.name for field in row._meta.many_to_many}
        names = [name for name in cls.base_fields if name not in (*OFF_THE_ROW, *row.SEALED)]
        return {
            name: list(getattr(row, name).all()) if name in many else getattr(row, name) for name in names
        }


class Recommendations(forms.ModelMultipleChoiceField):
    """Recommendations that the assessment cites, each by its reference and first words."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, one: Any) -> str:
        return f"{one.reference} {one.text}".strip()[:LONGEST_LINE]


def cited(label: Any) -> Recommendations:
    """Which of the recommendations that the assessment cites."""
    help_text = _("Those that this assessment cites: weigh recommendations first.")
    return Recommendations(None, label=label, required=False, help_text=help_text)


def degree(label: Any, help_text: Any) -> forms.IntegerField:
    """A degree from 1 to 5."""
    return forms.IntegerField(label=label, min_value=LEAST, max_value=MOST, help_text=help_text)


def line(label: Any, **more: Any) -> forms.CharField:
    """A short text."""
    return OneLine(label=label, max_length=200, **more)


class NeedForm(RowForm):
    """Write down a need."""

    component = forms.ChoiceField(label=_("Component"), choices=Component, widget=forms.RadioSelect)
    statement = long_text(
        _("Need"), required=True, rows=4, help_text=_("What the standard asks for, and what there is.")
    )
    proposed_action = long_text(_("Proposed action"), rows=3)
    recommendations = cited(_("Recommendations that name it"))

    def of(self, assessment: NeedsAssessment) -> None:
        choose_from(self, "recommendations", assessment.recommendations.defer("search"))


class InstitutionForm(RowForm):
    """Say what an institution is and can do."""

    name = line(_("Institution"))
    kind = forms.ChoiceField(label=_("Kind"), choices=InstitutionKind)
    mandate = long_text(_("Mandate"), rows=3)
    independence = forms.ChoiceField(
        label=_("Independence"), choices=Independence, initial=Independence.NOT_JUDGED
    )
    ability = forms.ChoiceField(label=_("Capacity"), choices=Ability, initial=Ability.NOT_JUDGED)
    accreditation = forms.ChoiceField(
        label=_("Accreditation"), choices=Accreditation, initial=Accreditation.NOT_CONCERNED
    )
    remarks = long_text(_("Remarks"), rows=3)


class LegalGapForm(RowForm):
    """Say where national law falls short."""

    right = line(_("Right"))
    national_norm = long_text(_("National norm"), rows=3, help_text=_("The law and its article, or none."))
    gap = long_text(_("Gap"), required=True, rows=3)
    proposed_action = long_text(_("Proposed action"), rows=3)
    instrument = forms.ModelChoiceField(
        Instrument.objects.all(), label=_("Instrument"), required=False, empty_label=_("None")
    )
    recommendation: forms.ModelChoiceField = forms.ModelChoiceField(
        None, label=_("Recommendation"), required=False, empty_label=_("None")
    )

    def of(self, assessment: NeedsAssessment) -> None:
        choose_from(self, "recommendation", assessment.recommendations.defer("search"))


class CapacityForm(RowForm):
    """Say what somebody can do, and what they lack."""

    holder = line(_("Whose capacity"))
    strength = long_text(_("What is there"), rows=3)
    weakness = long_text(_("What is lacking"), rows=3)


class RiskForm(RowForm):
    """Say what could go wrong."""

    statement = long_text(_("Risk"), required=True, rows=3)
    kind = forms.ChoiceField(label=_("Kind"), choices=RiskKind)
    likelihood = degree(_("Likelihood"), _("From 1, hardly, to 5, almost certain."))
    impact = degree(_("Impact"), _("From 1, slight, to 5, it would undo the work."))
    response = forms.ChoiceField(label=_("Response"), choices=RiskResponse, widget=forms.RadioSelect)
    measures = long_text(_("Measures"), rows=3)


class ProposalForm(RowForm):
    """Propose a project."""

    title = OneLine(label=_("Title"), max_length=300)
    purpose = long_text(_("What it would achieve"), rows=4)
    needs: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        None, label=_("Needs it answers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    recommendations = cited(_("Recommendations it serves"))

    def of(self, assessment: NeedsAssessment) -> None:
        choose_from(self, "needs", assessment.needs.all())
        choose_from(self, "recommendations", assessment.recommendations.defer("search"))


def people(label: Any) -> forms.IntegerField:
    """A number of people."""
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_PEOPLE, required=False)


class ConsultationForm(RowForm):
    """Record who was heard; what identifies them is sealed."""

    held_on = forms.DateField(label=_("Held on"), widget=DayInput)
    voice = forms.ChoiceField(label=_("Who was heard"), choices=Voice, widget=forms.RadioSelect)
    women = people(_("Women"))
    men = people(_("Men"))
    others = people(_("Others or not stated"))
    groups = forms.MultipleChoiceField(
        label=_("Groups"), choices=Group, required=False, widget=forms.CheckboxSelectMultiple
    )
    who = long_text(
        _("Names and functions"),
        rows=3,
        help_text=_("Sealed. In no list, search, export or mail; each reading is recorded."),
    )
    said = long_text(_("What was said"), rows=6, help_text=_("Sealed in the same way."))

    # Nobody is shown what is sealed, so nobody can see theirs beside mine: the form knows what was read.
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, edited: Edited, **kwargs: Any) -> None:
        super().__init__(*args, edited=edited, **kwargs)
        self.fields["seen"].initial = edited.number
        if edited.number:
            for name in Consultation.SEALED:
                self.fields[name].help_text = _("Sealed. Left empty, what was sealed before stays.")

    def clean(self) -> dict[str, Any]:
        """Words that somebody else sealed meanwhile are not written over unseen."""
        typed = super().clean()
        if (typed.get("who") or typed.get("said")) and (typed.get("seen") or 0) != self.edited.number:
            sentence = _("%(who)s has changed the record meanwhile. Open it before you seal over it.")
            self.add_error(None, sentence % {"who": self.edited.by})
            data = self.data.copy()
            data["seen"] = str(self.edited.number)
            self.data = data
        return typed

    def what(self) -> dict[str, Any]:
        """What was typed; an empty sealed field leaves what was sealed before."""
        sealed = Consultation.SEALED
        typed = {name: value for name, value in super().what().items() if name not in sealed or value}
        return typed | {name: typed[name] or 0 for name in ("women", "men", "others")}


FORMS: dict[str, type[RowForm]] = {
    "needs": NeedForm,
    "institutions": InstitutionForm,
    "gaps": LegalGapForm,
    "capacities": CapacityForm,
    "risks": RiskForm,
    "projects": ProposalForm,
    "consultations": ConsultationForm,
}
