"""What is typed when a desk passes to another officer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.requests.forms.facts import LONGEST_TEXT
from techcoop.requests.queries import officers_who_screen
from techcoop.web.forms import CreatingForm, choose_from


class HandoverForm(CreatingForm):
    """To whom a desk passes, and what the successor should know."""

    successor = forms.ModelChoiceField(label=_("To whom"), queryset=User.objects.none())
    note = forms.CharField(
        label=_("What the successor should know"),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_("Promises, key people, what is waited for; it stands on the sheet."),
    )

    def __init__(self, *args: Any, officer: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = officers_who_screen().exclude(pk=officer.pk)
        choose_from(self, "successor", others)
