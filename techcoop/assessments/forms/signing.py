"""What is typed when an assessment is validated, signed off, approved, sent back or superseded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.forms.texts import long_text
from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.queries import replaced_by, successors_of
from techcoop.web.forms import DayInput, choose_from
from techcoop.web.writing import short_day


class ValidationForm(forms.Form):
    """Say when and with whom the draft was validated; with it the desk signs off."""

    on = forms.DateField(label=_("Validated on"), widget=DayInput)
    validated_with = long_text(
        _("Validated with"),
        required=True,
        rows=3,
        help_text=_(
            "Which institutions and organisations took part: no names of people at risk. "
            "With this you sign the assessment off for the desk."
        ),
    )


class ReasonsForm(forms.Form):
    """Give reasons."""

    why = long_text(_("Reasons"), required=True, rows=4)


class Named(forms.ModelChoiceField):
    """One of some assessments, by its title and day."""

    def label_from_instance(self, one: Any) -> str:
        return f"{one.title}, {short_day(one.approved_on)}"


class ManyNamed(Named, forms.ModelMultipleChoiceField):
    """Some of several assessments."""

    widget = forms.CheckboxSelectMultiple


class SupersedingForm(ReasonsForm):
    """Say which later assessment takes the place of this one."""

    successor = Named(None, label=_("Superseded by"), empty_label=None)
    field_order = ("successor", "why")

    def of(self, assessment: NeedsAssessment) -> None:
        """Offer the later approved assessments of the same State."""
        choose_from(self, "successor", successors_of(assessment))


class RemarkForm(forms.Form):
    """Add a remark, if there is one."""

    why = long_text(_("Remark"), rows=3)


class ApprovalForm(RemarkForm):
    """Approve, and say which earlier assessments this one takes the place of."""

    replaces = ManyNamed(None, label=_("Takes the place of"), required=False)

    def of(self, assessment: NeedsAssessment) -> None:
        """Offer the earlier approved assessments of the same State, where there are any."""
        choose_from(self, "replaces", replaced_by(assessment))
        self.fields["replaces"].help_text = _(
            "Earlier assessments of this State that no longer hold: then say why in the remark."
        )
        if not replaced_by(assessment).exists():
            del self.fields["replaces"]

    def clean(self) -> dict[str, Any]:
        """What is superseded is so for a reason."""
        typed = super().clean() or self.cleaned_data
        typed["replaces"] = [one.pk for one in typed.get("replaces", ())]
        if typed["replaces"] and not typed.get("why", "").strip():
            self.add_error("why", _("Say why it takes the place of the other."))
        return typed
