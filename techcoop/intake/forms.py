"""What is said of a file when it is handed in."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from techcoop.intake.actions import Upload
from techcoop.intake.queries import kinds
from techcoop.sheets.errors import Unreadable
from techcoop.sheets.kinds import Kind, Option
from techcoop.sheets.reading import open_list
from techcoop.web.forms import CreatingForm, OneLine

OPTION = "option-"


def options(of: Iterable[Kind]) -> list[Option]:
    """Everything that kinds ask of a file beside its language, each key once."""
    return list({one.key: one for kind in of for one in kind.options}.values())


class UploadForm(CreatingForm):
    """Hand in a file of records."""

    kind = forms.ChoiceField(label=_("Kind of records"))
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A list as CSV, Excel, OpenDocument, Word or JSON, or a code list in XML; without macros."
        ),
    )
    title = OneLine(
        label=_("Title of the source"),
        max_length=300,
        required=False,
        help_text=_("What the list is called; facts for which States account need it, and who published it."),
    )
    publisher = OneLine(label=_("Publisher"), max_length=200, required=False)
    retrieved_on = forms.DateField(
        label=_("Retrieved on"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    language = forms.ChoiceField(label=_("Language of the texts"), choices=settings.LANGUAGES, initial="en")

    def __init__(self, *args: Any, kinds: Collection[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.key, kind.name) for kind in kinds]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]

        for one in options(kinds):
            field = forms.BooleanField if one.is_flag else forms.CharField
            self.fields[OPTION + one.key] = field(label=one.name, help_text=one.help, required=False)

    def option_fields(self) -> list[forms.BoundField]:
        """What may be said of files of some kinds only."""
        return [self[name] for name in self.fields if name.startswith(OPTION)]

    def clean_file(self) -> UploadedFile:
        """What is no list at all is said at once, beside the field."""
        file: UploadedFile = self.cleaned_data["file"]
        try:
            opened = open_list(file.file)  # type: ignore[arg-type]
            kind = kinds().get(self.cleaned_data.get("kind", ""))
            if kind:
                kind.shape_of(opened)
        except Unreadable as error:
            raise ValidationError(str(error)) from error
        return file

    def upload(self) -> Upload:
        """What was handed in."""
        given = self.cleaned_data
        return Upload(
            kind=given["kind"],
            file=given["file"].file,
            file_name=given["file"].name or "",
            retrieved_on=given["retrieved_on"],
            title=given["title"],
            publisher=given["publisher"],
            language=given["language"],
            options=self._options(),
            submission=given["submission"],
        )

    def _options(self) -> dict[str, str]:
        """What was said, of the options that the kind knows."""
        known = kinds()[self.cleaned_data["kind"]].options
        said = {one.key: self.cleaned_data.get(OPTION + one.key) for one in known}
        return {key: "yes" if value is True else str(value) for key, value in said.items() if value}
