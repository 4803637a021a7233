"""What is typed when an assessment, or a project, passes to another officer."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.web.forms import choose_from


class OfficerForm(forms.Form):
    """To which officer it is given."""

    officer = forms.ModelChoiceField(label=_("Desk officer"), queryset=User.objects.none())

    def __init__(self, *args: Any, officers: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "officer", officers)
