"""A message that somebody saved as a file and hands in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from techcoop.mailbox.reading import Message, read_handed_in


class MessageField(forms.FileField):
    """A file with a message; gives what it says, or refuses it in a sentence."""

    def clean(self, data: UploadedFile | None, initial: object = None) -> Message:  # type: ignore[override]
        file: UploadedFile = super().clean(data, initial)
        return read_handed_in(file, file.size or 0)


class MessageForm(forms.Form):
    """Hand in one message; it is known again by what it says, however often it is sent."""

    message = MessageField(
        label=_("Message"),
        help_text=_("A file ending in .eml, as mail programs save messages, with its papers."),
        widget=forms.ClearableFileInput(attrs={"accept": ".eml,message/rfc822"}),
    )
