"""What is typed of letters: the wording of one that is about to be sent, and of a template."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from techcoop.requests.forms.facts import LONGEST_TEXT
from techcoop.requests.models import LetterTemplate, StateRequest
from techcoop.requests.notices import Wording, in_paragraphs
from techcoop.web.forms import CreatingForm, DayInput, OneLine, choose_from

EMPTY_LINE = _("An empty line begins a new paragraph.")


def paragraphs_field(label: Any, *, rows: int = 12, **more: Any) -> forms.CharField:
    """A field of paragraphs."""
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
        **more,
    )


class WordingForm(forms.Form):
    """The letter of an act, as it is drafted and as people change it before it is sent."""

    language = forms.ChoiceField(label=_("Language of the letter"))
    addressee = forms.CharField(
        label=_("Addressee"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        max_length=2_000,
        help_text=_("One line of the address on each line."),
    )
    subject = OneLine(label=_("Subject"), max_length=300, widget=forms.TextInput(attrs={"dir": "auto"}))
    paragraphs = paragraphs_field(_("Text of the letter"), help_text=EMPTY_LINE)
    closing = paragraphs_field(_("Closing formula"), rows=3, required=False)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, templates: Mapping[str, LetterTemplate], **kwargs: Any) -> None:
        super().__init__(*args, prefix="letter", **kwargs)
        self.templates = templates
        languages = [(code, name) for code, name in settings.LANGUAGES if code in templates]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]

    @staticmethod
    def typed(wording: Wording) -> dict[str, str]:
        """A wording as the form shows it, with a mark by which it is known whether anybody changed it."""
        texts = {
            "language": wording.language,
            "addressee": "\n".join(wording.addressee),
            "subject": wording.subject,
            "paragraphs": "\n\n".join(wording.paragraphs),
            "closing": "\n\n".join(wording.closing),
        }
        return {**texts, "drawn": mark_of(texts.values())}

    @staticmethod
    def is_untouched(posted: Mapping[str, str]) -> bool:
        """Whether what comes back is still what was drafted; the language alone may have been chosen anew."""
        names = ("addressee", "subject", "paragraphs", "closing")
        texts = [posted.get(f"letter-{name}", "") for name in names]
        marks = (mark_of((code, *texts)) for code, _name in settings.LANGUAGES)
        return posted.get("letter-drawn", "") in ("", *marks)

    def wording(self) -> Wording:
        """What was typed, as a wording."""
        typed = self.cleaned_data
        lines = (line.strip() for line in typed["addressee"].splitlines())
        return Wording(
            template=self.templates[typed["language"]],
            language=typed["language"],
            addressee=tuple(line for line in lines if line),
            subject=typed["subject"],
            paragraphs=in_paragraphs(typed["paragraphs"]),
            closing=in_paragraphs(typed["closing"]),
        )


def mark_of(texts: Iterable[str]) -> str:
    """A short mark of texts, however a browser ends their lines."""
    folded = "\0".join(" ".join(text.split()) for text in texts)
    return hashlib.sha256(folded.encode()).hexdigest()[:16]


class TemplateForm(CreatingForm):
    """The wording of a letter from a day on."""

    effective_from = forms.DateField(label=_("Effective from"), widget=DayInput)
    subject = OneLine(label=_("Subject"), max_length=300, widget=forms.TextInput(attrs={"dir": "auto"}))
    paragraphs = paragraphs_field(_("Text of the letter"), help_text=EMPTY_LINE)
    closing = paragraphs_field(_("Closing formula"), rows=3, required=False)
    source = OneLine(
        label=_("Source"),
        max_length=300,
        help_text=_("By whose decision, or after which model, letters are worded so."),
    )
    example = forms.ModelChoiceField(
        label=_("Look at it with the request"), queryset=StateRequest.objects.none(), required=False
    )

    def __init__(self, *args: Any, examples: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "example", examples)

    @staticmethod
    def typed(template: LetterTemplate) -> dict[str, str]:
        """A template as it is, to be worded anew."""
        return {
            "subject": template.subject,
            "paragraphs": "\n\n".join(template.paragraphs),
            "closing": template.closing,
        }


class AgainForm(forms.Form):
    """How a letter went out once more."""

    how = OneLine(
        label=_("To whom and by what way it is sent again"),
        max_length=300,
        help_text=_("For example: to the Permanent Mission in Geneva, by note verbale of 3 March."),
    )
