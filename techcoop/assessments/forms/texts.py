"""What is typed of an assessment of needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.actions import Content, Terms, Weighing
from techcoop.assessments.models import Input, NeedsAssessment
from techcoop.web.editing import EditingForm
from techcoop.web.forms import CreatingForm, DayInput, OneLine


def long_text(label: Any, *, required: bool = False, rows: int = 6, help_text: Any = "") -> forms.CharField:
    """A field for a longer text."""
    return forms.CharField(
        label=label, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )


class CommissionForm(CreatingForm):
    """Commission an assessment."""

    title = OneLine(label=_("Title"), max_length=300)
    by_mission = forms.BooleanField(label=_("By a mission, not from the desk"), required=False)
    terms_of_reference = long_text(
        _("Terms of reference"), help_text=_("What is to be found out, with whom, until when.")
    )

    def terms(self) -> Terms:
        """What was typed, as terms."""
        return Terms(**{key: value for key, value in self.cleaned_data.items() if key != "submission"})


class ContentForm(EditingForm):
    """Write what an assessment says."""

    title = OneLine(label=_("Title"), max_length=300)
    by_mission = forms.BooleanField(label=_("By a mission, not from the desk"), required=False)
    terms_of_reference = long_text(_("Terms of reference"))
    mission_began_on = forms.DateField(label=_("The mission began on"), required=False, widget=DayInput)
    mission_ended_on = forms.DateField(label=_("The mission ended on"), required=False, widget=DayInput)
    mission_places = OneLine(label=_("Places visited"), required=False, max_length=500)
    mission_team = long_text(_("The team"), rows=2, help_text=_("Who went, and for whom they work."))
    context = long_text(
        _("Context"), rows=10, help_text=_("The situation of the country; no names of people at risk.")
    )
    why_no_recommendation = long_text(
        _("Why no recommendation is cited"),
        rows=3,
        help_text=_("Only where the mechanisms have recommended nothing that concerns these needs."),
    )

    def content(self) -> Content:
        """What was typed, as content."""
        return Content(**self.cleaned_data)

    @classmethod
    def typed(cls, assessment: NeedsAssessment) -> dict[str, Any]:
        """What the assessment says now, to be changed."""
        return {name: getattr(assessment, name) for name in cls.base_fields}


class WeighingForm(EditingForm):
    """Weigh one of the four inputs."""

    considered = long_text(_("What was considered"), help_text=_("Documents, sessions, conversations."))
    conclusion = long_text(_("Conclusion"), help_text=_("What it means for this assessment."))
    why_none = long_text(
        _("Why there is none"), rows=3, help_text=_("Only where there was nothing to weigh.")
    )

    def weighing(self, source: str) -> Weighing:
        """What was typed, as a weighing of this input."""
        return Weighing(Input(source), **self.cleaned_data)

    @classmethod
    def typed(cls, weighed: Any) -> dict[str, Any]:
        """What was written of this input, to be changed."""
        return {name: getattr(weighed, name, "") for name in cls.base_fields}


class CitingForm(forms.Form):
    """Which of the recommendations shown are cited."""

    shown = forms.TypedMultipleChoiceField(coerce=int, required=False)
    cited = forms.TypedMultipleChoiceField(coerce=int, required=False)
    refused = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("shown", "cited", "refused"):
            self.fields[name].valid_value = lambda value: value.isascii() and value.isdigit()  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, set[int]]:
        """What is to be cited, what left out, and which of the proposals do not fit."""
        cited, shown, refused = (set(self.cleaned_data[name]) for name in ("cited", "shown", "refused"))
        return {"cite": cited & shown, "leave": shown - cited, "refuse": refused & shown - cited}
