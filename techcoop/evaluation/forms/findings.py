"""What is typed about findings, evidence, lessons and recommendations."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.models import Criterion, Evaluation, Evidence, Finding
from techcoop.programme.models import Component
from techcoop.web.forms import CreatingForm

STRENGTH, WEAKNESS = "strength", "weakness"
NO_COMPONENT = ("", _("None of the five"))


def states_of(evaluation: Evaluation) -> QuerySet[State]:
    """The States that a finding may concern: those of the project, else any that exists."""
    states = State.objects.filter(pk__in=evaluation.state_ids) if evaluation.state_ids else None
    return (states if states is not None else State.objects.existing()).by_name()


class EvidenceForm(CreatingForm):
    """A piece of evidence."""

    kind = forms.ChoiceField(label=_("Kind of evidence"), choices=Evidence.Kind)
    description = forms.CharField(
        label=_("The evidence"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Which document, whose data, how many were heard. Never a name of somebody at risk."),
    )
    is_confidential = forms.BooleanField(label=_("Show it as a count only"), required=False)


class FindingForm(EvidenceForm):
    """A finding together with what it rests on first; more evidence is added afterwards."""

    statement = forms.CharField(label=_("Finding"), widget=forms.Textarea)
    bearing = forms.ChoiceField(
        label=_("What it shows"),
        widget=forms.RadioSelect,
        choices=[(STRENGTH, _("What worked")), (WEAKNESS, _("What did not work"))],
    )
    criterion = forms.ChoiceField(label=_("Criterion"), choices=Criterion)
    component = forms.ChoiceField(
        label=_("Component"), choices=[NO_COMPONENT, *Component.choices], required=False
    )
    state = forms.ModelChoiceField(
        State.objects.none(), label=_("State"), required=False, empty_label=_("No single State")
    )
    field_order = ("statement", "bearing", "criterion", "component", "state")

    def __init__(self, *args: object, evaluation: Evaluation, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].queryset = states_of(evaluation)

    def shows_strength(self) -> bool:
        """Whether it shows what worked."""
        return bool(self.cleaned_data["bearing"] == STRENGTH)


class LessonForm(CreatingForm):
    """A lesson, in a sentence or two."""

    statement = forms.CharField(label=_("Lesson"), widget=forms.Textarea)
    component = forms.ChoiceField(
        label=_("Component"), choices=[NO_COMPONENT, *Component.choices], required=False
    )


class FindingChoice(forms.ModelMultipleChoiceField):
    """Findings to choose from, each with its number and its words."""

    def label_from_instance(self, obj: Finding) -> str:
        return f"{obj.number}. {obj.statement[:160]}"


class AdviceForm(CreatingForm):
    """A recommendation, to whom, and the findings on which it rests."""

    text = forms.CharField(label=_("Recommendation"), widget=forms.Textarea)
    addressee = forms.CharField(label=_("Addressed to"), max_length=200)
    findings = FindingChoice(
        Finding.objects.none(),
        label=_("Findings on which it rests"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: object, evaluation: Evaluation, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["findings"].queryset = Finding.objects.filter(evaluation=evaluation)
