"""What is typed about an evaluation as a whole."""

from typing import Any, ClassVar

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.evaluation.actions.evaluations import NOT_INDEPENDENT
from techcoop.evaluation.models import Criterion, Evaluation, EvaluationKind, marks_of
from techcoop.evaluation.policies import is_independent, may_plan_for
from techcoop.people.models import User
from techcoop.projects.models import Project
from techcoop.projects.queries import suggested
from techcoop.web.editing import EditingForm
from techcoop.web.forms import CreatingForm, OneLine, SearchedInput
from techcoop.web.writing import listed

MOST_NAMED = 5
NOT_RATED = ("", gettext_lazy("Not rated"))


def day_field(label: object) -> forms.DateField:
    """A day, typed or picked; it may stay open."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


class PlanForm(CreatingForm):
    """What an evaluation looks at, by whom, when and how."""

    title = OneLine(label=gettext_lazy("Title"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=EvaluationKind)
    project = OneLine(
        label=gettext_lazy("Project"),
        required=False,
        max_length=300,
        help_text=gettext_lazy(
            "Its code, or words of its title. Leave it empty for a subject of the whole programme."
        ),
        widget=SearchedInput(reverse_lazy("evaluation:projects_suggested")),
    )
    conducted_by = OneLine(
        label=gettext_lazy("Conducted by"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Nobody who worked on the project in the last three years."),
    )
    began_on = day_field(gettext_lazy("Began on"))
    completed_on = day_field(gettext_lazy("Completed on"))
    method = forms.CharField(
        label=gettext_lazy("Method and its limits"), required=False, widget=forms.Textarea
    )

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_project(self) -> Project | None:
        """The project of this code or title, among those that the person may see."""
        typed, seen = self.cleaned_data["project"].strip(), Project.objects.visible_to(self.user)
        if not typed:
            return None
        fitting = list(seen.filter(code__iexact=typed)) or list(suggested(seen, typed)[: MOST_NAMED + 1])
        if not fitting:
            raise forms.ValidationError(_("There is no project with this code or title."))
        if len(fitting) > 1:
            named = listed(one.code for one in fitting[:MOST_NAMED])
            more = "" if len(fitting) <= MOST_NAMED else " …"
            raise forms.ValidationError(
                _("Several projects fit: %(codes)s. Type the code of one.") % {"codes": named + more}
            )
        return fitting[0]

    @staticmethod
    def typed(evaluation: Evaluation) -> dict[str, Any]:
        """What the evaluation says now, to be changed."""
        names = ("title", "kind", "conducted_by", "began_on", "completed_on", "method")
        code = evaluation.project.code if evaluation.project else ""
        return {**{name: getattr(evaluation, name) for name in names}, "project": code}

    def clean(self) -> dict:
        """An evaluation is completed after it began, and is planned by somebody who may judge its subject."""
        super().clean()
        self._check_who()
        began, completed = self.cleaned_data.get("began_on"), self.cleaned_data.get("completed_on")
        if began and completed and completed < began:
            self.add_error("completed_on", _("This day lies before the day on which it began."))
        return self.cleaned_data

    def _check_who(self) -> None:
        """Whose role does not reach so far is told here, and not after everything is typed."""
        if "project" in self.errors:
            return
        project = self.cleaned_data.get("project")
        if not may_plan_for(self.user, project):
            sentence = _("Your role records evaluations for some States only: name a project in these.")
            self.add_error("project", sentence)
        elif not is_independent(self.user, project):
            self.add_error("project", NOT_INDEPENDENT)


class ReviseForm(EditingForm, PlanForm):
    """Say differently what an evaluation looks at; somebody else may be at it too."""


class Ratings(forms.Form):
    """A mark for each of the six criteria, or none."""

    NONE: ClassVar = dict.fromkeys(Criterion.values, "")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for criterion in Criterion:
            marks = [(mark.value, mark.label) for mark in marks_of(criterion)]
            self.fields[criterion.value] = forms.ChoiceField(
                label=criterion.label, choices=[NOT_RATED, *marks], required=False
            )

    def marks(self) -> dict[str, str]:
        """The marks that were given."""
        return {criterion: mark for criterion, mark in self.cleaned_data.items() if mark}


class RatingForm(EditingForm, Ratings):
    """The marks, that somebody else may be giving at the same time."""


class WhyForm(forms.Form):
    """A reason, or what was done."""

    why = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea)

    def __init__(self, *args: object, label: object = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].label = label or self.fields["why"].label
