"""Letters: sent with an act, sent again, and the templates from which they are drafted."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from techcoop.documents.actions import keep
from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import require
from techcoop.requests import notices
from techcoop.requests.actions.telling import tell_the_government
from techcoop.requests.models import LetterTemplate, SentLetter, StateRequest
from techcoop.requests.notices import Told, Wording
from techcoop.requests.policies import may_keep_templates, may_register
from techcoop.requests.practices import check_letter, check_template


@dataclass(frozen=True, kw_only=True)
class TemplateText:
    """A wording as it is entered for one occasion in one language."""

    occasion: str
    language: str
    effective_from: date
    subject: str
    paragraphs: tuple[str, ...]
    closing: str
    source: str


def send(
    state_request: StateRequest, wording: Wording, *, said: dict[str, str], by: User, at: datetime
) -> int:
    """Keep the letter of an act as it is sent; gives the key of its paper, for the record of the act."""
    if not (wording.subject.strip() and wording.paragraphs):
        raise ValidationError({"paragraphs": _("A letter has a subject and something to say.")})
    try:
        check_letter((wording.subject, *wording.paragraphs, *wording.closing), said)
    except ValidationError as refused:
        raise ValidationError({"paragraphs": refused}) from None
    letter = notices.letter(state_request, wording, signed_by=by, at=at)
    document = keep(notices.as_paper(letter), of=state_request, by=by, at=at)
    SentLetter.objects.create(
        state_request=state_request,
        occasion=wording.template.occasion,
        template=wording.template,
        language=letter.language,
        addressee=list(letter.addressee),
        subject=letter.subject,
        paragraphs=list(letter.paragraphs),
        facts=[list(one) for one in letter.facts],
        closing=list(letter.closing),
        signature=list(letter.signature),
        clause=letter.clause,
        document=document,
        written_by=by,
        written_at=at,
    )
    tell_the_government(state_request, Told.LETTER, at=at)
    return document.pk


@transaction.atomic
def send_again(letter: SentLetter, *, by: User, at: datetime, how: str) -> StateRequest:
    """Write down that a letter went out once more, to whom and by what way; its text stays as it was."""
    state_request = StateRequest.objects.select_for_update().get(pk=letter.state_request_id)
    require(may_register(by, state_request))
    if not how.strip():
        raise ValidationError({"how": _("This is said in writing: please enter it.")})
    details = {"letter": letter.document_id, "title": letter.subject}
    record("send_again", state_request, by=by, at=at, why=how.strip(), details=details)
    return state_request


@transaction.atomic
def issue_template(text: TemplateText, *, by: User, at: datetime, submission: UUID) -> LetterTemplate:
    """Replace the wording of a letter from a day on; what was sent before stays as it is."""
    require(may_keep_templates(by))
    if text.effective_from < at.date():
        raise ValidationError({"effective_from": _("A wording begins today or later.")})
    if not text.paragraphs:
        raise ValidationError({"paragraphs": _("A letter has a subject and something to say.")})
    said = {"subject": text.subject, "paragraphs": "\n\n".join(text.paragraphs), "closing": text.closing}
    check_template(text.occasion, said)
    first = {**vars(text), "paragraphs": list(text.paragraphs)}
    template, is_new = LetterTemplate.objects.get_or_create(submission=submission, defaults=first)
    if is_new:
        record("issue_template", template, by=by, at=at)
    return template
