"""Letters to the requester: that the request has arrived, and what was decided, in its own language."""

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from techcoop.documents.actions import Paper
from techcoop.people.models import User
from techcoop.press.letters import Letter, letter_pdf, written_date
from techcoop.requests import queries
from techcoop.requests.models import LetterTemplate, SentLetter, StateRequest
from techcoop.web.writing import listed

# Formal names carry the article of a sentence, which an address leaves out.
ARTICLE = re.compile(r"^(?:the |la |le |les |l['’])", re.IGNORECASE)
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
# What is written where a template has no other language of the requester: a working language.
ENGLISH = "en"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What people may still change of a letter before it is sent."""

    template: LetterTemplate
    language: str
    addressee: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    closing: tuple[str, ...]


def language_of(state_request: StateRequest, templates: Mapping[str, LetterTemplate]) -> str:
    """The language in which the programme writes to the requester, where it has a template."""
    state = state_request.state
    language = state.official_language if state else state_request.language
    return language if language in templates else ENGLISH


def drafted(state_request: StateRequest, occasion: str, *, at: datetime, language: str = "") -> Wording:
    """The letter as the template of the day words it, in the requester's language or the one asked for."""
    templates = queries.templates_for(occasion, on=at.date())
    template = templates.get(language) or templates.get(language_of(state_request, templates))
    if template is None:
        raise ValidationError(_("No template of this letter holds today; the coordinator enters one."))
    return worded(template, state_request)


def worded(template: LetterTemplate, state_request: StateRequest) -> Wording:
    """A template with the facts of a request in the places of its fields."""
    with translation.override(template.language):
        facts = _fields(state_request, template.language)
        texts = [text.format_map(facts) for text in template.paragraphs]
        return Wording(
            template=template,
            language=template.language,
            addressee=_addressee(state_request),
            subject=template.subject.format_map(facts),
            paragraphs=tuple(one for text in texts for one in in_paragraphs(text)),
            closing=in_paragraphs(template.closing.format_map(facts)),
        )


def in_paragraphs(text: str) -> tuple[str, ...]:
    """A text cut where a line is empty."""
    parts = BLANK_LINES.split(text.replace("\r\n", "\n"))
    return tuple(part.strip() for part in parts if part.strip())


# Which field of the request keeps what a decision says.
WHERE_SAID = {"why": "decision_reasons", "part": "accepted_part", "to": "redirected_to"}


def say_in(state_request: StateRequest, said: Mapping[str, str]) -> list[str]:
    """Put the words of a decision into the request, unsaved; names the fields that keep them."""
    for name, text in said.items():
        setattr(state_request, WHERE_SAID[name], text.strip())
    return [WHERE_SAID[name] for name in said]


def imagined(state_request: StateRequest, act: str, said: Mapping[str, str]) -> StateRequest:
    """The request as it would be after a decision that is not taken yet."""
    would_be = copy(state_request)
    would_be.move(act)
    say_in(would_be, said)
    return would_be


def letter(state_request: StateRequest, wording: Wording, *, signed_by: User, at: datetime) -> Letter:
    """The whole letter: what people worded, what it refers to, who signs, and what it must say."""
    with translation.override(wording.language):
        # What the law of the programme obliges every letter to say (GA resolution 48/141; the seed).
        clause = _(
            "Assistance is given at the State's request. It complements the work of the United Nations human "
            "rights mechanisms and never replaces it; the obligations of the State before them stay as they "
            "are."
        )
        return Letter(
            language=wording.language,
            reference=state_request.reference,
            written_at=at,
            addressee=wording.addressee,
            subject=wording.subject,
            paragraphs=wording.paragraphs,
            facts=_facts(state_request, wording.language),
            closing=wording.closing,
            signature=(str(signed_by), _("For the secretariat of the programme")),
            clause=clause,
        )


def as_it_was_sent(sent: SentLetter) -> Letter:
    """A letter of the past, to be looked at again."""
    return Letter(
        language=sent.language,
        reference=sent.state_request.reference,
        written_at=sent.written_at,
        addressee=tuple(sent.addressee),
        subject=sent.subject,
        paragraphs=tuple(sent.paragraphs),
        facts=tuple((label, text) for label, text in sent.facts),
        closing=tuple(sent.closing),
        signature=tuple(sent.signature),
        clause=sent.clause,
    )


def _fields(state_request: StateRequest, language: str) -> dict[str, str]:
    return {
        "reference": state_request.reference,
        "received_on": written_date(state_request.received_on, language=language),
        "subject": state_request.subject,
        "authority": state_request.signatory_authority,
        "requester": _formal_name(state_request),
        "document_reference": state_request.document_reference,
        "reasons": state_request.decision_reasons,
        "part": state_request.accepted_part,
        "whom": state_request.redirected_to,
    }


def _addressee(state_request: StateRequest) -> tuple[str, ...]:
    lines = (
        state_request.signatory_name,
        state_request.signatory_title,
        state_request.signatory_authority,
        _formal_name(state_request),
    )
    return tuple(line for line in lines if line)


def _formal_name(state_request: StateRequest) -> str:
    state = state_request.state
    if state is None:
        return str(state_request.organization)
    formal = state.formal_names.get(translation.get_language() or "en") or state.name
    return ARTICLE.sub("", formal)


def _facts(state_request: StateRequest, language: str) -> tuple[tuple[str, str], ...]:
    def day(when: date | None) -> str:
        return written_date(when, language=language) if when else ""

    lines = (
        (_("Subject"), state_request.subject),
        (_("Your reference"), state_request.document_reference),
        (_("Dated"), day(state_request.dated_on)),
        (_("Officer in charge"), str(state_request.desk_officer or "")),
    )
    return tuple((label, text) for label, text in lines if text)


def as_paper(letter: Letter) -> Paper:
    """The letter as it is sent and kept: unclassified, since it goes to the requester."""
    return Paper(
        title=letter.subject,
        file_name=f"{letter.reference}.pdf",
        content=letter_pdf(letter),
        language=letter.language,
    )


# What a focal point confirms, word for word, when a request is endorsed on line.
ENDORSEMENT = gettext_lazy(
    "I am entitled to ask on behalf of the authority named here. The request is its own and not that of "
    "the United Nations or of a non-governmental organisation alone. Assistance complements the work of the "
    "human rights mechanisms and never replaces it; what the State owes to them stays as it is."
)


def endorsed(state_request: StateRequest, *, endorsed_by: User, at: datetime) -> Letter:
    """The request as it was endorsed on line: what takes the place of a signed note."""
    active = translation.get_language()
    language = active if active in settings.WHOLE_LANGUAGES else ENGLISH
    asks = _("%(requester)s asks for technical cooperation: %(subject)s") % {
        "requester": state_request.requester,
        "subject": state_request.subject,
    }
    lines = (
        (_("Institution to be strengthened"), state_request.institution),
        (_("Components"), listed(state_request.component_names)),
        (_("Forms of assistance"), listed(state_request.form_names)),
        (_("Parallel requests to others"), state_request.parallel_requests),
        (_("Your reference"), state_request.document_reference),
    )
    return Letter(
        language=language,
        reference=state_request.reference,
        written_at=at,
        addressee=(
            _("To the secretariat of the Technical Cooperation Programme in the Field of Human Rights"),
        ),
        subject=_("Request for technical cooperation, endorsed on line"),
        paragraphs=tuple(one for one in (asks, state_request.summary) if one),
        facts=tuple((label, text) for label, text in lines if text),
        signature=(
            *_addressee(state_request),
            _("Endorsed on line on %(day)s, signed in as %(who)s")
            % {"day": written_date(at, language=language), "who": endorsed_by.email},
        ),
        clause=str(ENDORSEMENT),
    )
