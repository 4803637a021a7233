"""What people type about their own account."""

from allauth.account.forms import LoginForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class LanguageForm(forms.Form):
    """The language in which somebody reads the system."""

    language = forms.ChoiceField(
        label=_("Language of the pages and letters"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


class SignInForm(LoginForm):
    """E-mail and password; the labels say what goes where."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
