"""What is typed when a request is screened, decided, withdrawn, or given to an officer."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from techcoop.people.models import User
from techcoop.requests.forms.facts import LONGEST_TEXT
from techcoop.requests.models import Ground
from techcoop.requests.practices import said_in_writing
from techcoop.web.forms import OneLine, choose_from


class ScreeningForm(forms.Form):
    """Screen a request; the notes stay inside the programme."""

    why = forms.CharField(
        label=_("Notes of the screening"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_("They go into the history of the request; the Government does not see them."),
    )


class ReasonsForm(forms.Form):
    """Decide, with reasons that go into the letter to the requester."""

    why = forms.CharField(
        label=_("Reasons"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        help_text=_("They stand in the letter to the requester, word for word: write in its language."),
    )

    def clean(self) -> dict[str, Any]:
        """No reason speaks of a release from monitoring."""
        cleaned = super().clean() or {}
        said_in_writing({name: text for name, text in cleaned.items() if isinstance(text, str)})
        return cleaned


class AcceptForm(ReasonsForm):
    """Accept a request; what does not hold of the questions of admissibility is answered for."""

    despite = forms.CharField(
        label=_("Why it is accepted although a question does not hold"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_TEXT,
        help_text=_("It stands on record inside the programme, not in the letter."),
    )

    def __init__(self, *args: Any, holds: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if holds:
            del self.fields["despite"]


class PartForm(AcceptForm):
    """Accept a part of what was asked for."""

    part = forms.CharField(
        label=_("The part that is accepted"), widget=forms.Textarea, max_length=LONGEST_TEXT
    )
    field_order = ("part", "why", "despite")


class DeclineForm(ReasonsForm):
    """Refuse a request, on a ground that can be counted."""

    ground = forms.ChoiceField(
        label=_("Ground"),
        choices=lambda: [("", _("Choose …")), *Ground.choices],
        help_text=_("It is counted in public, without the State; the reasons say it in full."),
    )
    field_order = ("ground", "why")


class RedirectForm(DeclineForm):
    """Pass a request on."""

    to = OneLine(label=_("To whom it is passed on"), max_length=300)
    field_order = ("to", "ground", "why")


class WithdrawForm(ReasonsForm):
    """Record that the requester takes its request back."""

    why = forms.CharField(label=_("What the requester wrote"), widget=forms.Textarea, max_length=LONGEST_TEXT)

    def clean(self) -> dict[str, Any]:
        """A Government's own words are taken as they are."""
        return forms.Form.clean(self) or {}


class TakeOutForm(WithdrawForm):
    """Record a withdrawal at the desk: the requester's, or that of what the registry entered in error."""

    in_error = forms.BooleanField(
        label=_("It was entered in error"),
        required=False,
        help_text=_(
            "For example for the wrong State, or twice. Say above what was wrong; the request stays in the "
            "registry and is counted nowhere. Then enter it anew where that is needed."
        ),
    )


class FilingForm(ReasonsForm):
    """File what a Government wrote."""

    why = forms.CharField(
        label=_("Why it needs no answer"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_TEXT,
        help_text=_("It goes into the history; the Government does not see it."),
    )


class OfficerForm(forms.Form):
    """To which desk officer a request, an assessment or a project is given."""

    officer = forms.ModelChoiceField(label=_("Desk officer"), queryset=User.objects.none())

    def __init__(self, *args: Any, officers: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "officer", officers)
