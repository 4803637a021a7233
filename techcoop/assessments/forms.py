"""What is typed of an assessment of needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.assessments.actions import Content, Finding, Hearing, Terms
from techcoop.assessments.models import Need, NeedsAssessment, Voice
from techcoop.programme.models import Component
from techcoop.web.forms import CreatingForm

MOST_PEOPLE = 100_000


def long_text(label: Any, *, required: bool = False, rows: int = 6, help_text: Any = "") -> forms.CharField:
    """A field for a longer text."""
    return forms.CharField(
        label=label, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )


class DayInput(forms.DateInput):
    """A day, with the calendar of the browser where it has one."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class CommissionForm(CreatingForm):
    """Commission an assessment."""

    title = forms.CharField(label=_("Title"), max_length=300)
    by_mission = forms.BooleanField(label=_("By a mission, not from the desk"), required=False)
    terms_of_reference = long_text(
        _("Terms of reference"), help_text=_("What is to be found out, with whom, until when.")
    )

    def terms(self) -> Terms:
        """What was typed, as terms."""
        return Terms(**{key: value for key, value in self.cleaned_data.items() if key != "submission"})


class ContentForm(forms.Form):
    """Write what an assessment says."""

    title = forms.CharField(label=_("Title"), max_length=300)
    by_mission = forms.BooleanField(label=_("By a mission, not from the desk"), required=False)
    terms_of_reference = long_text(_("Terms of reference"))
    context = long_text(
        _("Context"), rows=10, help_text=_("The situation of the country; no names of people at risk.")
    )
    capacities_and_risks = long_text(_("Capacities and risks"), rows=8)
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


class NeedForm(CreatingForm):
    """Write down a need."""

    component = forms.ChoiceField(label=_("Component"), choices=Component, widget=forms.RadioSelect)
    statement = long_text(
        _("Need"), required=True, rows=4, help_text=_("What the standard asks for, and what there is.")
    )
    proposed_action = long_text(_("Proposed action"), rows=3)
    priority = forms.IntegerField(label=_("Priority, 1 first"), min_value=1, max_value=99, initial=1)

    def finding(self) -> Finding:
        """What was typed, as a finding."""
        return Finding(**{key: value for key, value in self.cleaned_data.items() if key != "submission"})

    @staticmethod
    def typed(need: Need) -> dict[str, Any]:
        """What the need says now, to be changed."""
        names = ("component", "statement", "proposed_action", "priority", "submission")
        return {name: getattr(need, name) for name in names}


def people(label: Any) -> forms.IntegerField:
    """A number of people."""
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_PEOPLE, required=False)


class ConsultationForm(CreatingForm):
    """Record who was heard; what identifies them is sealed."""

    held_on = forms.DateField(label=_("Held on"), widget=DayInput)
    voice = forms.ChoiceField(label=_("Who was heard"), choices=Voice, widget=forms.RadioSelect)
    women = people(_("Women"))
    men = people(_("Men"))
    others = people(_("Others or not stated"))
    groups = forms.CharField(
        label=_("Groups"),
        required=False,
        max_length=500,
        help_text=_("Such as children, women in rural areas; separated by commas. No names."),
    )
    who = long_text(
        _("Names and functions"),
        rows=3,
        help_text=_("Sealed. In no list, search, export or mail; each reading is recorded."),
    )
    said = long_text(_("What was said"), rows=6, help_text=_("Sealed in the same way."))

    def hearing(self) -> Hearing:
        """What was typed, as a hearing."""
        typed = {key: value for key, value in self.cleaned_data.items() if key != "submission"}
        for name in ("women", "men", "others"):
            typed[name] = typed[name] or 0
        groups = [group.strip()[:100] for group in typed.pop("groups").split(",")]
        return Hearing(groups=[group for group in groups if group], **typed)


class ValidationForm(forms.Form):
    """Say when the draft was validated with those consulted."""

    on = forms.DateField(label=_("Validated on"), widget=DayInput)


class ReasonsForm(forms.Form):
    """Give reasons."""

    why = long_text(_("Reasons"), required=True, rows=4)


class RemarkForm(forms.Form):
    """Add a remark, if there is one."""

    why = long_text(_("Remark"), rows=3)


class CitingForm(forms.Form):
    """Which of the recommendations shown are cited."""

    shown = forms.TypedMultipleChoiceField(coerce=int, required=False)
    cited = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("shown", "cited"):
            self.fields[name].valid_value = lambda value: value.isascii() and value.isdigit()  # type: ignore[attr-defined]

    def chosen(self) -> tuple[set[int], set[int]]:
        """What is to be cited, and what left out."""
        cited, shown = set(self.cleaned_data["cited"]), set(self.cleaned_data["shown"])
        return cited & shown, shown - cited
