"""Letters of the programme to Governments, in their language."""

from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date
from django.utils import translation
from django.utils.translation import gettext, to_locale

from techcoop.press.typesetting import pdf

DATE_LOCALES = {"en": "en_GB"}


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What a letter says, already in the language of its reader."""

    language: str
    reference: str
    written_at: datetime
    addressee: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    closing: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    clause: str = ""


def letter_pdf(letter: Letter) -> bytes:
    """The letter as the Government receives it."""
    with translation.override(letter.language):
        data = {
            "title": f"{letter.reference} {letter.subject}",
            "made_at": letter.written_at,
            "house": gettext("United Nations"),
            "programme": gettext("Technical Cooperation Programme in the Field of Human Rights"),
            "labels": {"reference": gettext("Reference")},
            "reference": letter.reference,
            "dated": written_date(letter.written_at, language=letter.language),
            "addressee": letter.addressee,
            "subject": letter.subject,
            "paragraphs": letter.paragraphs,
            "facts": letter.facts,
            "closing": letter.closing,
            "signature": letter.signature,
            "clause": letter.clause,
        }
        return pdf("letter", data, language=letter.language)


def written_date(moment: date, *, language: str) -> str:
    """A date as the United Nations writes it in that language; in Arabic the month has both its names."""
    if language == "ar":
        levantine, common = (format_date(moment, "MMMM", locale=one) for one in ("ar_LB", "ar_EG"))
        return f"{moment.day} {levantine}/{common} {moment.year}"
    return format_date(moment, "long", locale=DATE_LOCALES.get(language, to_locale(language)))
