"""What is typed for several requests at once: which of them, and what is to become of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.requests.models import StateRequest, StateRequestQuerySet
from techcoop.requests.queries import officers_who_screen
from techcoop.web.forms import choose_from


class TogetherForm(forms.Form):
    """The requests that are meant; what was ticked in the list can be left out again."""

    picked = forms.ModelMultipleChoiceField(
        label=_("Requests"),
        queryset=StateRequest.objects.none(),
        to_field_name="reference",
        error_messages={"required": _("Tick at least one request.")},
    )

    def __init__(self, *args: Any, able: StateRequestQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "picked", able)


class AssignTogetherForm(TogetherForm):
    """To whom they are given."""

    officer = forms.ModelChoiceField(label=_("Desk officer"), queryset=User.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "officer", officers_who_screen())
