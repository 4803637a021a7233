"""What the administrator types about accounts and roles."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.atlas.forms import StatesField
from techcoop.atlas.models import Region, RegionalOrganization, State
from techcoop.atlas.queries import in_order
from techcoop.people.actions import Term
from techcoop.people.models import Assignment, User
from techcoop.people.roles import roles_for_people, roles_of_an_organization
from techcoop.web.forms import CreatingForm, OneLine, TickList


def day_field(label: Any, **about: Any) -> forms.DateField:
    """A day, typed or picked."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **about)


class OpenAccountForm(CreatingForm):
    """Who is to have an account."""

    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    name = OneLine(label=gettext_lazy("Name"), max_length=200)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the pages and letters"), choices=settings.LANGUAGES, initial="en"
    )

    def clean_email(self) -> str:
        """One address, one account."""
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise ValidationError(_("There is an account for this address already."))
        return email


class TermForm(CreatingForm):
    """A role, and its time."""

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=roles_for_people)
    starts_on = day_field(gettext_lazy("From"), initial=timezone.localdate)
    ends_on = day_field(
        gettext_lazy("Until"), required=False, help_text=gettext_lazy("Leave it empty where no end is known.")
    )

    def clean(self) -> dict[str, Any]:
        """A role ends after it begins."""
        given = super().clean() or self.cleaned_data
        starts_on, ends_on = given.get("starts_on"), given.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("A role ends after it begins."))
        return given

    def term(self) -> Term:
        """What was typed, as the term of a role."""
        return Term(**{name: self.cleaned_data[name] for name in ("role", "starts_on", "ends_on")})


class GiveRoleForm(TermForm):
    """A role, its reach and its time."""

    everywhere = forms.BooleanField(
        label=gettext_lazy("Without limit to States"),
        required=False,
        help_text=gettext_lazy("Else choose States, regions, or both; or regional organisations."),
    )
    regions = forms.ModelMultipleChoiceField(
        Region.objects.all(),
        label=gettext_lazy("All States of these regions"),
        required=False,
        widget=TickList,
    )
    states = StatesField(State.objects.all(), label=gettext_lazy("These States"), required=False)
    organizations = forms.ModelMultipleChoiceField(
        RegionalOrganization.objects.all(),
        label=gettext_lazy("These regional organisations"),
        required=False,
        widget=TickList,
        help_text=gettext_lazy(
            "For who speaks for the organisation itself; the role reaches no member of it."
        ),
    )
    field_order = ("role", "everywhere", "regions", "states", "organizations", "starts_on", "ends_on")

    def __init__(self, *args: Any, **about: Any) -> None:
        super().__init__(*args, **about)
        for name, model in (("regions", Region), ("organizations", RegionalOrganization)):
            named = [(one.pk, str(one)) for one in model.objects.all()]
            self.fields[name].choices = sorted(named, key=lambda pair: in_order(pair[1]))

    def clean(self) -> dict[str, Any]:
        """A role reaches either everywhere, or States and regions, or organisations."""
        given = super().clean() or self.cleaned_data
        over_states, organizations = given.get("states") or given.get("regions"), given.get("organizations")
        if organizations:
            self._clean_organizations(given, alone=not (over_states or given.get("everywhere")))
            return given
        somewhere = bool(over_states)
        if given.get("everywhere") and somewhere:
            self.add_error("everywhere", _("Choose either no limit or certain States and regions, not both."))
        if not given.get("everywhere") and not somewhere:
            sentence = _("Say for which States, regions or organisations, or that there is no limit.")
            self.add_error("everywhere", sentence)
        return given

    def _clean_organizations(self, given: dict[str, Any], *, alone: bool) -> None:
        if given.get("role") not in roles_of_an_organization():
            self.add_error("organizations", _("This role is not given for a regional organisation."))
        elif not alone:
            sentence = _("A role for an organisation reaches no States besides; give another role for these.")
            self.add_error("organizations", sentence)

    def term(self) -> Term:
        """What was typed, as the term of a role."""
        reach = {
            name: self.cleaned_data[name] for name in ("everywhere", "regions", "states", "organizations")
        }
        return replace(super().term(), **reach)


class ReasonForm(forms.Form):
    """Why something is done to an account."""

    why = forms.CharField(
        label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class EndRoleForm(ReasonForm):
    """The last day of a role, and why it ends."""

    on = day_field(gettext_lazy("Last day"), initial=timezone.localdate)
    field_order = ("on", "why")

    def __init__(self, *args: Any, assignment: Assignment, **about: Any) -> None:
        super().__init__(*args, **about)
        self.assignment = assignment

    def clean_on(self) -> date:
        """A role does not end before it began, and ending makes it no longer."""
        on: date = self.cleaned_data["on"]
        if on < self.assignment.starts_on:
            raise ValidationError(_("A role ends after it begins."))
        if self.assignment.ends_on and on > self.assignment.ends_on:
            raise ValidationError(_("The role ends earlier already; give it anew to make it longer."))
        return on
