"""What is typed into the screening sheet: a verdict and a remark for each question."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.requests.actions import Judgement
from techcoop.requests.forms.facts import LONGEST_TEXT
from techcoop.requests.models import Question, ScreeningVerdict, Verdict


class SheetForm(forms.Form):
    """The screening sheet: saved as far as it is filled in."""

    def __init__(self, *args: Any, verdicts: Mapping[str, ScreeningVerdict], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in Question.values:
            said = verdicts.get(question)
            self.fields[f"{question}-verdict"] = forms.ChoiceField(
                label=_("Verdict"),
                choices=Verdict.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=said.verdict if said else "",
            )
            self.fields[f"{question}-remark"] = forms.CharField(
                label=_("Remark"),
                widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
                max_length=LONGEST_TEXT,
                required=False,
                initial=said.remark if said else "",
            )

    def judgements(self) -> dict[str, Judgement]:
        """What was said to each question."""
        typed = self.cleaned_data
        return {one: Judgement(typed[f"{one}-verdict"], typed[f"{one}-remark"]) for one in Question.values}
