"""What is typed before it is a request, on line or at the desk; it is kept whatever it lacks."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from techcoop.documents.actions import Paper
from techcoop.documents.forms import PaperField
from techcoop.people.permissions import Permission
from techcoop.requests.actions import Facts, Typed
from techcoop.requests.forms.deciding import ReasonsForm
from techcoop.requests.forms.facts import KINDS, LONGEST_TEXT, ON_LINE, FactsForm, WordsForm
from techcoop.requests.models import Channel, Origin, RequestDraft
from techcoop.requests.practices import missing_in_draft
from techcoop.requests.queries import saved_last, typed_in
from techcoop.web.editing import EditingForm, in_words
from techcoop.web.forms import CreatingForm, OneLine


@dataclass(frozen=True)
class Lack:
    """Something that is still missing: the field by its label, what to do, and where it is."""

    label: str
    sentence: str
    target: str


class DraftForm(EditingForm):
    """A form whose words are kept as a draft while they are typed, by whoever types them."""

    origin = Origin.DESK
    opened = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)

    def __init__(self, *args: Any, draft: RequestDraft | None, **kwargs: Any) -> None:
        self.draft = draft
        initial = {**kwargs.pop("initial", {}), **typed_in(draft)}
        super().__init__(*args, edited=saved_last(draft), initial=initial, **kwargs)

    def may_be_older(self, data: Any) -> bool:
        """The page that saved last knows what is there, even where the answer never reached it."""
        own = self.draft and str(self.draft.saved_from) == data.get("opened")
        return not own and super().may_be_older(data)

    def typed(self) -> Typed:
        """Everything as it was typed, right or wrong, but for files."""
        words = {
            name: _without_null(field.widget.value_from_datadict(self.data, self.files, name))
            for name, field in self.fields.items()
            if not (field.widget.is_hidden or isinstance(field, forms.FileField))
        }
        try:
            page = uuid.UUID(self.data.get("opened", ""))
        except ValueError:
            page = None
        requester = self.fields["requester"].found.get(words["requester"])
        return Typed(
            origin=self.origin,
            requester=requester,
            fields=words,
            # What was taken over from somebody else does not stand on this page yet.
            page=None if self.taken_over else page,
        )


def _without_null(value: Any) -> Any:
    """PostgreSQL keeps no null characters."""
    if isinstance(value, list):
        return [_without_null(one) for one in value]
    return value.replace("\0", "") if isinstance(value, str) else value


class AskingForm(DraftForm, WordsForm):
    """What a focal point types on line, with the papers that belong to it."""

    origin = Origin.ON_LINE
    permission = Permission.ASK_FOR_ASSISTANCE
    channel = forms.ChoiceField(
        label=_("What it arises from"),
        choices=ON_LINE,
        initial=Channel.ON_LINE,
        required=False,
        help_text=_("A note verbale or letter is attached below."),
    )
    paper = PaperField(
        label=_("Add a paper"),
        required=False,
        help_text=_("PDF, picture, Word, Excel, OpenDocument or plain text, at most 25 MB."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subject"].required = False  # the practice says it in its own words
        for name in ("subject", "summary"):
            self.fields[name].asked_later = _("(asked before endorsement)")  # type: ignore[attr-defined]
        self.fields["requester"].label = _("On behalf of")
        self.fields["subject"].help_text = _("What it is about, in one line.")
        self.fields["summary"].help_text = _("What is to change, for whom, and what help is needed for it.")
        self.fields["document_reference"].label = _("Your own reference")
        self.fields["language"].label = _("Language of the request")
        self.fields["components"].help_text = _("Leave it to the programme where you are not sure.")

    def clean_channel(self) -> str:
        """Where nothing else is said, the Government asks of its own accord."""
        return self.cleaned_data["channel"] or str(Channel.ON_LINE)

    def check(self, *, has_paper: bool) -> "AskingForm":
        """Ask what an endorsement asks; the answers stand beside the fields."""
        if self.errors is not None:
            for one in missing_in_draft(self.data, has_paper=has_paper):
                self.add_error(one.field, one.sentence)
        return self

    def lacks(self) -> list[Lack]:
        """What still stands between the draft and its endorsement, in words, with the place of the field."""
        return [
            Lack(str(bound.label), str(sentence), bound.id_for_label or bound.auto_id)
            for bound in self.visible_fields()
            for sentence in bound.errors
        ]

    def in_words(self) -> list[tuple[str, str]]:
        """What was typed, as it is read before it is endorsed."""
        shown = (
            "requester", "channel", "subject", "summary", "institution", "components", "forms_asked",
            "parallel_requests", "urgency", "language", "document_reference",
        )  # fmt: skip
        return [
            (str(self.fields[name].label), in_words(self.fields[name], self.data.get(name))) for name in shown
        ]

    def handed_in(self) -> Paper | None:
        """The paper that was chosen, if it can be kept."""
        return paper_of(self.cleaned_data.get("paper"))

    def endorsed_facts(self, signed: dict[str, str], today: date) -> Facts:
        """What was typed, as the facts of a request that is endorsed today."""
        return self.facts(received_on=today, dated_on=today, **signed)


class RegisterForm(DraftForm, CreatingForm, FactsForm):
    """Enter a request that has arrived."""


class EndorseForm(forms.Form):
    """Endorse a request on behalf of an authority."""

    signatory_name = OneLine(label=_("Name of the person who endorses"), max_length=200)
    signatory_title = OneLine(label=_("Title"), max_length=200, required=False)
    signatory_authority = OneLine(label=_("On behalf of which ministry or authority"), max_length=300)
    signatory_kind = forms.ChoiceField(label=_("Kind of authority"), choices=KINDS)
    confirmed = forms.BooleanField(label=_("I confirm this statement."))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def signed(self) -> dict[str, str]:
        """Who endorses, as the request keeps it."""
        return {name: value for name, value in self.cleaned_data.items() if name.startswith("signatory_")}


class WritingForm(CreatingForm):
    """What a Government writes about its request, or the programme answers, and a paper with it."""

    text = forms.CharField(
        label=_("What you write"), widget=forms.Textarea, max_length=LONGEST_TEXT, required=False
    )
    paper = PaperField(
        label=_("Add a paper"),
        required=False,
        help_text=_("PDF, picture, Word, Excel, OpenDocument or plain text, at most 25 MB."),
    )

    def handed_in(self) -> Paper | None:
        """The paper that was chosen."""
        return paper_of(self.cleaned_data.get("paper"))


def paper_of(file: UploadedFile | None) -> Paper | None:
    """A file under the name that it was given."""
    if not file:
        return None
    title = (file.name or "").rsplit(".", 1)[0][:300] or str(_("Paper"))
    return Paper(title=title, file_name=file.name or "", content=file.read())


class SetAsideForm(ReasonsForm):
    """Make no request of a draft."""

    why = forms.CharField(
        label=_("Why no request is made of it"), widget=forms.Textarea, max_length=LONGEST_TEXT
    )
