"""What is typed of how a project serves recommendations."""

from typing import Any

from django import forms

from techcoop.web.editing import EditingForm


class Rationales(forms.Form):
    """A field for each recommendation that a project addresses."""

    def __init__(self, *args: Any, addressed: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in addressed:
            self.fields[f"of_{one.recommendation_id}"] = forms.CharField(
                label=one.recommendation.text[:300],
                initial=one.rationale,
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def rationales(self) -> dict[int, str]:
        """What was typed, by recommendation."""
        return {int(name.removeprefix("of_")): text for name, text in self.cleaned_data.items()}


class RationalesForm(EditingForm, Rationales):
    """How the project serves each of them, that somebody else may be saying at the same time."""
