"""What is typed when a list is kept as it is narrowed now."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.web.forms import CreatingForm, OneLine


class SaveViewForm(CreatingForm):
    """The name of a saved view, who has it, and whether it mails."""

    title = OneLine(label=_("Name of the view"), max_length=60, help_text=_("It stands above the list."))
    is_shared = forms.BooleanField(
        label=_("Share it inside the programme"),
        required=False,
        help_text=_("Each sees in it only what their own role shows."),
    )
    mails = forms.BooleanField(
        label=_("Mail me what is new"),
        required=False,
        help_text=_("At most once a day, in the morning, and only when something came in; you can stop it."),
    )

    def __init__(self, *args: Any, can_mail: bool, can_share: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not can_share:
            del self.fields["is_shared"]
        if not can_mail:
            del self.fields["mails"]
