"""What is said of a paper when it is handed in."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from techcoop.documents.actions import Paper
from techcoop.documents.kinds import require_honest
from techcoop.documents.models import Classification
from techcoop.web.forms import CreatingForm, OneLine

LARGEST_MEGABYTES = 25


class PaperField(forms.FileField):
    """A file whose kind is looked at before it is taken; gives its bytes."""

    def clean(self, data: UploadedFile | None, initial: object = None) -> UploadedFile | None:  # type: ignore[override]
        file: UploadedFile | None = super().clean(data, initial)
        if not file:
            return None
        if (file.size or 0) > LARGEST_MEGABYTES * 2**20:
            raise ValidationError(
                _("The file is larger than %(most)s megabytes."), params={"most": LARGEST_MEGABYTES}
            )
        require_honest(file.name or "", file.read())
        file.seek(0)
        return file


class PaperForm(CreatingForm):
    """Hand in a paper for a thing."""

    title = OneLine(label=_("Title"), max_length=300)
    file = PaperField(
        label=_("File"), help_text=_("PDF, Word, Excel, OpenDocument text, plain text or a picture.")
    )
    classification = forms.ChoiceField(
        label=_("Class"), choices=Classification, initial=Classification.UNCLASSIFIED
    )

    def paper(self) -> Paper:
        """What was handed in, as a paper."""
        file = self.cleaned_data["file"]
        return Paper(
            title=self.cleaned_data["title"],
            file_name=file.name or "",
            content=file.read(),
            classification=self.cleaned_data["classification"],
            submission=self.cleaned_data["submission"],
        )
