"""What is typed to have a review composed."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.web.forms import CreatingForm

FIRST_YEAR, LAST_YEAR = 1955, 2100


class ReviewForm(CreatingForm):
    """Over which years, and in which language."""

    first_year = forms.IntegerField(
        label=gettext_lazy("From the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    last_year = forms.IntegerField(
        label=gettext_lazy("To the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[one for one in settings.LANGUAGES if one[0] in settings.WHOLE_LANGUAGES],
    )

    def clean(self) -> dict:
        """The years are in their order."""
        first, last = self.cleaned_data.get("first_year"), self.cleaned_data.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("This year lies before the first."))
        return self.cleaned_data
