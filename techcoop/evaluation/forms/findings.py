"""What is typed about findings, evidence, lessons and recommendations."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import State
from techcoop.evaluation.actions import Advice, Observation
from techcoop.evaluation.models import (
    Criterion,
    Evaluation,
    EvaluationRecommendation,
    Evidence,
    Finding,
    Lesson,
)
from techcoop.programme.models import Component
from techcoop.web.editing import EditingForm
from techcoop.web.forms import CreatingForm, OneLine

STRENGTH, WEAKNESS = "strength", "weakness"
OBSERVED = ("statement", "criterion", "component", "state")
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


class ObservationForm(CreatingForm):
    """What was found: by which criterion, where, about which component."""

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

    def __init__(self, *args: object, evaluation: Evaluation, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].queryset = states_of(evaluation)

    def observation(self) -> Observation:
        """What was typed, as an observation."""
        typed = {name: self.cleaned_data[name] for name in OBSERVED}
        return Observation(is_strength=self.cleaned_data["bearing"] == STRENGTH, **typed)


class FindingForm(ObservationForm, EvidenceForm):
    """A finding together with what it rests on first; more evidence is added afterwards."""

    field_order = ("statement", "bearing", "criterion", "component", "state")


class ReviseFindingForm(EditingForm, ObservationForm):
    """Write a finding differently, that somebody else may be rewording too."""

    def given(self) -> dict[str, Any]:
        """What the act is given."""
        return {"what": self.observation()}

    @staticmethod
    def typed(finding: Finding) -> dict[str, Any]:
        """What it says now, to be changed."""
        bearing = STRENGTH if finding.is_strength else WEAKNESS
        return {**{name: getattr(finding, name) for name in OBSERVED}, "bearing": bearing}


class LessonForm(CreatingForm):
    """A lesson, in a sentence or two."""

    statement = forms.CharField(label=_("Lesson"), widget=forms.Textarea)
    component = forms.ChoiceField(
        label=_("Component"), choices=[NO_COMPONENT, *Component.choices], required=False
    )


class ReviseLessonForm(EditingForm, LessonForm):
    """Write a lesson differently, that somebody else may be rewording too."""

    def given(self) -> dict[str, Any]:
        """What the act is given."""
        return {name: self.cleaned_data[name] for name in ("statement", "component")}

    @staticmethod
    def typed(lesson: Lesson) -> dict[str, Any]:
        """What it says now, to be changed."""
        return {"statement": lesson.statement, "component": lesson.component}


class FindingChoice(forms.ModelMultipleChoiceField):
    """Findings to choose from, each with its number and its words."""

    def label_from_instance(self, obj: Finding) -> str:
        return f"{obj.number}. {obj.statement[:160]}"


class AdviceForm(CreatingForm):
    """A recommendation, to whom, and the findings on which it rests."""

    text = forms.CharField(label=_("Recommendation"), widget=forms.Textarea)
    addressee = OneLine(label=_("Addressed to"), max_length=200)
    findings = FindingChoice(
        Finding.objects.none(),
        label=_("Findings on which it rests"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: object, evaluation: Evaluation, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["findings"].queryset = Finding.objects.filter(evaluation=evaluation)

    def advice(self) -> Advice:
        """What was typed, as advice."""
        typed = self.cleaned_data
        return Advice(typed["text"], typed["addressee"], tuple(typed["findings"]))


class ReviseAdviceForm(EditingForm, AdviceForm):
    """Write a recommendation differently, that somebody else may be rewording too."""

    def given(self) -> dict[str, Any]:
        """What the act is given."""
        return {"what": self.advice()}

    @staticmethod
    def typed(recommendation: EvaluationRecommendation) -> dict[str, Any]:
        """What it says now, to be changed."""
        rests_on = recommendation.findings.order_by("number").values_list("pk", flat=True)
        return {
            "text": recommendation.text,
            "addressee": recommendation.addressee,
            "findings": list(rests_on),
        }
