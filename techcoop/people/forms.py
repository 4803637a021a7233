"""What people type about their own account."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class LanguageForm(forms.Form):
    """The language in which somebody reads the system."""

    language = forms.ChoiceField(
        label=_("Language of the pages and letters"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
