"""What is typed about an evaluation as a whole."""

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.evaluation.models import Criterion, EvaluationKind, marks_of
from techcoop.people.models import User
from techcoop.projects.models import Project
from techcoop.projects.queries import suggested
from techcoop.web.forms import CreatingForm, SearchedInput
from techcoop.web.writing import listed

MOST_NAMED = 5
NOT_RATED = ("", gettext_lazy("Not rated"))


def day_field(label: object) -> forms.DateField:
    """A day, typed or picked; it may stay open."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


class PlanForm(CreatingForm):
    """What an evaluation looks at, by whom, when and how."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=EvaluationKind)
    project = forms.CharField(
        label=gettext_lazy("Project"),
        required=False,
        max_length=300,
        help_text=gettext_lazy(
            "Its code, or words of its title. Leave it empty for a subject of the whole programme."
        ),
        widget=SearchedInput(reverse_lazy("evaluation:projects_suggested")),
    )
    conducted_by = forms.CharField(
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

    def clean(self) -> dict:
        """An evaluation is completed after it began."""
        began, completed = self.cleaned_data.get("began_on"), self.cleaned_data.get("completed_on")
        if began and completed and completed < began:
            self.add_error("completed_on", _("This day lies before the day on which it began."))
        return self.cleaned_data


class RatingForm(forms.Form):
    """A mark for each of the six criteria, or none."""

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


class WhyForm(forms.Form):
    """A reason, or what was done."""

    why = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea)

    def __init__(self, *args: object, label: object = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].label = label or self.fields["why"].label
