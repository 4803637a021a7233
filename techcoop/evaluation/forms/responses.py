"""What is typed in answer to a recommendation of an evaluation."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from techcoop.evaluation.actions.responses import Answer, check_answer
from techcoop.evaluation.forms.evaluations import day_field
from techcoop.evaluation.models import EvaluationRecommendation, Response
from techcoop.web.editing import EditingForm
from techcoop.web.forms import OneLine


class AnswerForm(EditingForm):
    """Accepted by whom until when; or why not, or not wholly."""

    response = forms.ChoiceField(label=_("Response"), choices=Response, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Needed where it is rejected or accepted in part."),
    )
    owner = OneLine(label=_("Who acts"), required=False, max_length=200)
    due_on = day_field(_("Due on"))

    def clean(self) -> dict:
        """Hold the answer against the same rule as the act."""
        super().clean()
        if "response" in self.cleaned_data and "due_on" in self.cleaned_data:
            try:
                check_answer(Answer(**self.cleaned_data))
            except ValidationError as wrong:
                self.add_error(None, wrong)
        return self.cleaned_data

    @classmethod
    def typed(cls, recommendation: EvaluationRecommendation) -> dict[str, Any]:
        """What the programme answers so far."""
        return {name: getattr(recommendation, name) for name in cls.base_fields}
