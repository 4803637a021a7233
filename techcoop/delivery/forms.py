"""What is typed of an activity."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.delivery.actions import Outcome, Plan
from techcoop.delivery.models import Activity
from techcoop.delivery.queries import ASKED_FOR
from techcoop.programme.models import FormOfAssistance
from techcoop.projects.models import Project
from techcoop.web.editing import EditingForm
from techcoop.web.forms import CreatingForm, DayInput, OneLine, choose_from


class PlanForm(CreatingForm):
    """Plan an activity: one form of assistance, a place, days."""

    form = forms.ChoiceField(
        label=_("Form of assistance"), choices=FormOfAssistance, widget=forms.RadioSelect
    )
    title = OneLine(label=_("Title"), max_length=300)
    state = forms.ModelChoiceField(
        label=_("State"), queryset=State.objects.none(), required=False, empty_label=_("No single State")
    )
    place = OneLine(label=_("Place"), max_length=200, required=False)
    starts_on = forms.DateField(label=_("Starts on"), widget=DayInput)
    ends_on = forms.DateField(label=_("Ends on"), widget=DayInput)
    description = forms.CharField(label=_("Description"), widget=forms.Textarea, required=False)

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "state", project.reached_states())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The activity ends before it starts."))
        return cleaned

    def plan(self) -> Plan:
        """What was typed, as a plan."""
        return Plan(**{name: value for name, value in self.cleaned_data.items() if name != "submission"})

    @staticmethod
    def typed(activity: Activity) -> dict[str, Any]:
        """What a plan says now, to be changed."""
        names = ("form", "title", "state", "place", "starts_on", "ends_on", "description")
        return {name: getattr(activity, name) for name in names}


class ReviseForm(EditingForm, PlanForm):
    """Change the plan of an activity, that somebody else may be changing at the same time."""


class OutcomeForm(forms.Form):
    """Say what came of an activity."""

    outcome = forms.CharField(
        label=_("What came of it"),
        widget=forms.Textarea,
        help_text=_("What changed, for whom; what was agreed; what follows. No names of people at risk."),
    )
    women = forms.IntegerField(
        label=_("Women reached"),
        min_value=0,
        max_value=10_000_000,
        required=False,
        help_text=_(
            "Leave open what nobody has counted: that is shown as not recorded, and a nought as none."
        ),
    )
    men = forms.IntegerField(label=_("Men reached"), min_value=0, max_value=10_000_000, required=False)
    others = forms.IntegerField(
        label=_("Others reached, or sex not stated"), min_value=0, max_value=10_000_000, required=False
    )
    regular_budget = forms.DecimalField(
        label=_("Cost to the regular budget (US$)"),
        min_value=Decimal(0),
        max_digits=16,
        decimal_places=2,
        required=False,
    )
    voluntary_fund = forms.DecimalField(
        label=_("Cost to the Voluntary Fund (US$)"),
        min_value=Decimal(0),
        max_digits=16,
        decimal_places=2,
        required=False,
    )

    def what(self) -> Outcome:
        """What was typed, as an outcome."""
        typed = self.cleaned_data
        return Outcome(
            outcome=typed["outcome"],
            women=typed["women"],
            men=typed["men"],
            others=typed["others"],
            costs={one.value: typed[one.value] for one in ASKED_FOR if typed[one.value] is not None},
        )

    @staticmethod
    def typed(activity: Activity) -> dict[str, Any]:
        """What the record says now, to be corrected."""
        names = ("outcome", "women", "men", "others")
        costs = {one.family: one.amount for one in activity.costs.all()}
        return {**{name: getattr(activity, name) for name in names}, **costs}


class CorrectForm(EditingForm, OutcomeForm):
    """Put right what was recorded of a held activity; somebody else may be at it too."""

    why = forms.CharField(
        label=_("Why the record is corrected"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands on the page of the activity, for everybody who sees it. No names of people."),
    )


class CancelForm(forms.Form):
    """Give an activity up, with the reason."""

    why = forms.CharField(label=_("Reason"), widget=forms.Textarea)
