"""What is typed of a request: its facts, as the note verbale or letter says them."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import RegionalOrganization, State
from techcoop.documents.actions import Paper
from techcoop.documents.forms import PaperField
from techcoop.documents.models import Classification
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.models import Component, FormOfAssistance
from techcoop.requests.actions import Facts
from techcoop.requests.models import Authority, Channel, StateRequest, Urgency
from techcoop.requests.practices import refuse_who_does_not_ask
from techcoop.requests.queries import requesters_for
from techcoop.web.editing import EditingForm
from techcoop.web.forms import DayInput, OneLine

LONGEST_TEXT = 20_000
# What is asked on line is endorsed on line; at the desk nobody enters it so.
BY_PAPER = [one for one in Channel.choices if one[0] != Channel.ON_LINE]
# What no Government writes on line: others pass it on.
ON_LINE = [one for one in Channel.choices if one[0] != Channel.FIELD_PRESENCE]

KINDS = [("", _("Choose …")), *Authority.choices]


class RequesterField(forms.ChoiceField):
    """Who asks: one of the States, or of the regional organisations, for which somebody registers."""

    def offer_to(self, user: User, permission: Permission) -> None:
        """Offer those in the person's scope, and choose the only one where there is only one."""
        states, organizations = requesters_for(user, permission)
        self.found: dict[str, State | RegionalOrganization] = {f"state-{one.pk}": one for one in states}
        self.found |= {f"organization-{one.pk}": one for one in organizations}
        self.choices = [
            ("", _("Choose …")),
            (_("States"), [(f"state-{one.pk}", one.name) for one in states]),
            (_("Regional organisations"), [(f"organization-{one.pk}", str(one)) for one in organizations]),
        ]
        if len(self.found) == 1:
            self.initial = next(iter(self.found))

    def validate(self, value: Any) -> None:
        """One of those offered; of one that does not ask, or no longer exists, it is said why."""
        kind, _dash, key = str(value).partition("-")
        if value not in self.found and kind == "state" and key.isdecimal():
            for other in State.objects.filter(pk=key):
                refuse_who_does_not_ask(other)
        super().validate(value)

    def clean(self, value: Any) -> State | RegionalOrganization:
        """The one that was chosen."""
        return self.found[super().clean(value)]


class WordsForm(forms.Form):
    """What is asked for, by whom, in whatever way it comes."""

    permission = Permission.REGISTER_REQUESTS

    requester = RequesterField(label=_("Who asks"))
    subject = OneLine(
        label=_("Subject"), max_length=300, help_text=_("In one line, in the words of the document.")
    )
    document_reference = OneLine(label=_("Reference of the note or letter"), max_length=100, required=False)
    language = forms.ChoiceField(
        label=_("Language of the document"), choices=settings.LANGUAGES, initial="en"
    )
    summary = forms.CharField(
        label=_("What is asked for"), widget=forms.Textarea, max_length=LONGEST_TEXT, required=False
    )
    components = forms.MultipleChoiceField(
        label=_("Components"), choices=Component, widget=forms.CheckboxSelectMultiple, required=False
    )
    forms_asked = forms.MultipleChoiceField(
        label=_("Forms of assistance"),
        choices=FormOfAssistance,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    institution = OneLine(label=_("Institution to be strengthened"), max_length=300, required=False)
    urgency = forms.ChoiceField(label=_("Urgency"), choices=Urgency, initial=Urgency.ORDINARY)
    parallel_requests = OneLine(
        label=_("Parallel requests to others"), max_length=LONGEST_TEXT, required=False
    )

    def __init__(self, *args: Any, user: User, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["requester"].offer_to(user, self.permission)  # type: ignore[attr-defined]

    def facts(self, **more: Any) -> Facts:
        """What was typed, as facts."""
        names = {one.name for one in fields(Facts)} - {"components", "forms"}
        plain = {name: value for name, value in self.cleaned_data.items() if name in names}
        components, forms_asked = self.cleaned_data["components"], self.cleaned_data["forms_asked"]
        return Facts(**plain, **more, components=tuple(components), forms=tuple(forms_asked))


class FactsForm(WordsForm):
    """The facts of a request, as the note verbale or letter says them."""

    channel = forms.ChoiceField(label=_("How it came"), choices=BY_PAPER)
    dated_on = forms.DateField(label=_("Date on the document"), widget=DayInput, required=False)
    received_on = forms.DateField(label=_("Received on"), widget=DayInput)
    signatory_name = OneLine(label=_("Signed by"), max_length=200, required=False)
    signatory_title = OneLine(label=_("Title of the signatory"), max_length=200, required=False)
    signatory_authority = OneLine(label=_("Ministry or authority"), max_length=300, required=False)
    signatory_kind = forms.ChoiceField(label=_("Kind of authority"), choices=KINDS, required=False)
    desk_note = forms.CharField(
        label=_("Note of the desk"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_("What the desk makes of it; it stays inside the programme."),
    )
    scan = PaperField(
        label=_("Scan"),
        required=False,
        help_text=_(
            "PDF, picture, Word or plain text, at most 25 MB. The Government sees what is unclassified."
        ),
    )
    scan_class = forms.ChoiceField(
        label=_("Class of the scan"), choices=Classification, initial=Classification.UNCLASSIFIED
    )

    def __init__(self, *args: Any, fixed: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].initial = self.today
        for name, why in (fixed or {}).items():
            if name in self.fields:
                self.fields[name].disabled, self.fields[name].help_text = True, why
        if self.fields["channel"].disabled:
            self.fields["channel"].choices = Channel.choices  # type: ignore[attr-defined]

    def clean_received_on(self) -> date:
        """Nothing is received tomorrow."""
        received_on: date = self.cleaned_data["received_on"]
        if received_on > self.today:
            self.add_error("received_on", _("This day lies in the future."))
        return received_on

    def clean(self) -> dict[str, Any]:
        """What was written comes before what was received; a chosen file does not survive an error."""
        cleaned = super().clean() or {}
        dated_on, received_on = cleaned.get("dated_on"), cleaned.get("received_on")
        if dated_on and received_on and received_on < dated_on:
            self.add_error("dated_on", _("The document is dated after the day on which it was received."))
        if self.errors and cleaned.get("scan"):
            self.add_error("scan", _("Please choose the file once more: browsers do not keep it."))
        return cleaned

    def paper(self) -> Paper | None:
        """The scan, if one was handed in."""
        file: UploadedFile | None = self.cleaned_data.get("scan")
        if not file:
            return None
        return Paper(
            title=str(Channel(self.cleaned_data["channel"]).label),
            file_name=file.name or "",
            content=file.read(),
            classification=self.cleaned_data["scan_class"],
            language=self.cleaned_data["language"],
        )

    @staticmethod
    def typed(state_request: StateRequest) -> dict[str, Any]:
        """What a request says now, to be corrected."""
        plain = set(FactsForm.base_fields) - {"requester", "scan", "scan_class", "forms_asked"}
        kind = "state" if state_request.state_id else "organization"
        requester = f"{kind}-{state_request.state_id or state_request.organization_id}"
        return {
            **{name: getattr(state_request, name) for name in plain},
            "requester": requester,
            "forms_asked": state_request.forms,
            "scan_class": Classification.UNCLASSIFIED,
        }


class ReviseForm(EditingForm, FactsForm):
    """Correct the facts of a request, that somebody else may be correcting at the same time."""
