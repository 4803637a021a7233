"""Placing a theme onto a subject."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.matching.models import Subject
from techcoop.matching.queries import subjects


class PlacementForm(forms.Form):
    """Which subject a theme means, and why."""

    subject = forms.TypedChoiceField(label=_("Subject"))
    why = forms.CharField(
        label=_("Reasons"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("What the source means by this theme, and where that is said."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects: dict[str, Subject] = {one.code: one for one in subjects()}
        choices = [("", _("Choose")), *((code, str(one)) for code, one in self.subjects.items())]
        self.fields["subject"].choices = choices  # type: ignore[attr-defined]

    def clean_subject(self) -> Subject:
        """The subject itself."""
        return self.subjects[self.cleaned_data["subject"]]
