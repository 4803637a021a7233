"""What is typed of several parts of a project at once: a text for each."""

from collections.abc import Mapping
from typing import Any

from django import forms

from techcoop.web.editing import EditingForm


class Texts(forms.Form):
    """A field for each part: how the project serves a recommendation, or what became of a structure."""

    def __init__(
        self, *args: Any, said: Mapping[int, tuple[str, str]], help_text: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for key, (label, text) in said.items():
            self.fields[f"of_{key}"] = forms.CharField(
                label=label,
                initial=text,
                help_text=help_text,
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def texts(self) -> dict[int, str]:
        """What was typed, by part."""
        return {int(name.removeprefix("of_")): text for name, text in self.cleaned_data.items()}


class TextsForm(EditingForm, Texts):
    """A text for each part, that somebody else may be writing at the same time."""
