"""Letters to the requester: that the request has arrived, and what was decided, in its own language."""

import re
from collections.abc import Mapping
from copy import copy
from datetime import date, datetime

from django.utils import translation
from django.utils.translation import gettext as _

from techcoop.documents.actions import Paper
from techcoop.people.models import User
from techcoop.press.letters import Letter, letter_pdf, written_date
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import RequestStatus

# The languages whose letters are translated; others receive English, as a working language.
LETTER_LANGUAGES = ("en", "fr", "ar")
# Formal names carry the article of a sentence, which an address leaves out.
ARTICLE = re.compile(r"^(?:the |la |le |les |l['’])", re.IGNORECASE)


def language_of(state_request: StateRequest) -> str:
    """The language in which the programme writes to the requester."""
    language = state_request.state.official_language if state_request.state else "en"
    return language if language in LETTER_LANGUAGES else "en"


def acknowledgement(state_request: StateRequest, *, signed_by: User, at: datetime) -> Letter:
    """The letter that the request has arrived."""
    language = language_of(state_request)
    with translation.override(language):
        received = _(
            "The secretariat of the Technical Cooperation Programme in the Field of Human Rights presents "
            "its compliments to the authority named above and has the honour to acknowledge receipt of its "
            "request for technical cooperation, which reached it on %(day)s."
        ) % {"day": written_date(state_request.received_on, language=language)}
        registered = _(
            "The request is registered as %(reference)s; the secretariat would be grateful if this reference "
            "were quoted in further correspondence."
        ) % {"reference": state_request.reference}
        examined = _(
            "It will now be examined. The secretariat will write again when a decision has been taken, and "
            "may ask for further particulars before."
        )
        return _letter(
            state_request,
            subject=_("Receipt of a request for technical cooperation"),
            paragraphs=(received, registered, examined),
            signed_by=signed_by,
            at=at,
        )


def decision(state_request: StateRequest, *, signed_by: User, at: datetime) -> Letter:
    """The letter that says what was decided, and why."""
    with translation.override(language_of(state_request)):
        opening = _(
            "The secretariat of the Technical Cooperation Programme in the Field of Human Rights presents "
            "its compliments to the authority named above and has the honour to refer to its request for "
            "technical cooperation, registered as %(reference)s."
        ) % {"reference": state_request.reference}
        decided = {
            RequestStatus.ACCEPTED: _("The request has been accepted."),
            RequestStatus.ACCEPTED_IN_PART: _("The request has been accepted in part: %(part)s")
            % {"part": state_request.accepted_part},
            RequestStatus.DECLINED: _("The secretariat regrets that the request could not be accepted."),
            RequestStatus.REDIRECTED: _("The request has been passed on to: %(whom)s.")
            % {"whom": state_request.redirected_to},
        }[RequestStatus(state_request.status)]
        reasons = _("The reasons for the decision are these: %(reasons)s") % {
            "reasons": state_request.decision_reasons
        }
        return _letter(
            state_request,
            subject=_("Decision on a request for technical cooperation"),
            paragraphs=(opening, decided, reasons),
            signed_by=signed_by,
            at=at,
        )


# Which field of the request keeps what a decision says.
WHERE_SAID = {"why": "decision_reasons", "part": "accepted_part", "to": "redirected_to"}


def say_in(state_request: StateRequest, act: str, said: Mapping[str, str]) -> list[str]:
    """Put a decision and its words into the request, unsaved; names the fields that changed."""
    state_request.move(act)
    for name, text in said.items():
        setattr(state_request, WHERE_SAID[name], text.strip())
    return ["status", *(WHERE_SAID[name] for name in said)]


def draft(
    state_request: StateRequest, act: str, said: Mapping[str, str], *, signed_by: User, at: datetime
) -> Letter:
    """The letter of a decision that is not taken yet, to be looked at first."""
    imagined = copy(state_request)
    say_in(imagined, act, said)
    return decision(imagined, signed_by=signed_by, at=at)


def _letter(
    state_request: StateRequest,
    *,
    subject: str,
    paragraphs: tuple[str, ...],
    signed_by: User,
    at: datetime,
) -> Letter:
    language = language_of(state_request)
    closing = _(
        "The secretariat avails itself of this opportunity to renew the assurances of its highest "
        "consideration."
    )
    # What the law of the programme obliges every letter to say (GA resolution 48/141; the seed).
    clause = _(
        "Assistance is given at the State's request. It complements the work of the United Nations human "
        "rights mechanisms and never replaces it; the obligations of the State before them stay as they are."
    )
    return Letter(
        language=language,
        reference=state_request.reference,
        written_at=at,
        addressee=_addressee(state_request),
        subject=subject,
        paragraphs=paragraphs,
        facts=_facts(state_request, language),
        closing=(closing,),
        signature=(str(signed_by), _("For the secretariat of the programme")),
        clause=clause,
    )


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
