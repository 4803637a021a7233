"""What stands beside a request, as lines of its file: what it answers, and what else was asked for."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import get_language

from techcoop.accountability.models import Position
from techcoop.requests.models import StateRequest
from techcoop.requests.statuses import RequestStatus
from techcoop.web.links import address
from techcoop.web.rows import rows_of
from techcoop.web.writing import opening

MOST_SHOWN = 50
MOST_NEIGHBOURS = 10
ANSWERED = """
SELECT COALESCE(NULLIF(mechanism.names ->> %(language)s, ''), mechanism.names ->> 'en', ''),
       trim(said.symbol || ' ' || said.paragraph), said.year, said.upr_position,
       COALESCE(NULLIF(said.texts ->> %(language)s, ''), said.texts ->> 'en',
                (SELECT value FROM jsonb_each_text(said.texts) LIMIT 1), ''),
       max(said.year) FILTER (WHERE said.withdrawn_on IS NULL) OVER ()
  FROM requests_staterequest_recommendations AS link
  JOIN accountability_recommendation AS said ON said.id = link.recommendation_id
  JOIN accountability_mechanism AS mechanism ON mechanism.id = said.mechanism_id
 WHERE link.staterequest_id = %(key)s
 ORDER BY said.year DESC NULLS LAST, said.id DESC LIMIT %(most)s"""
# Whoever sees a request sees all requests of the same requester: roles reach States, not single requests.
NEIGHBOURS = """
SELECT reference, subject, received_on, status FROM requests_staterequest
 WHERE (state_id = %(state)s OR organization_id = %(organization)s) AND id <> %(key)s
 ORDER BY received_on DESC, id DESC LIMIT %(most)s"""

LETTERS = """
SELECT letter.id, letter.subject, letter.written_at, letter.document_id, paper.size_bytes
  FROM requests_sentletter AS letter JOIN documents_document AS paper ON paper.id = letter.document_id
 WHERE letter.state_request_id = %(key)s ORDER BY letter.written_at, letter.id"""


class Answered(NamedTuple):
    """A recommendation that the request answers; `newest` is the last year of all that it answers still."""

    mechanism: str
    reference: str
    year: int | None
    upr_position: str
    text: str
    newest: int | None

    def __str__(self) -> str:
        return self.reference or opening(self.text)

    def get_upr_position_display(self) -> str:
        return str(Position(self.upr_position).label)


class RequestLine(NamedTuple):
    """A request in one line."""

    reference: str
    subject: str
    received_on: date
    status: str

    @property
    def address(self) -> str:
        """Its page."""
        return address("requests:request", self.reference)

    def get_status_display(self) -> str:
        return str(RequestStatus(self.status).label)


class LetterLine(NamedTuple):
    """A letter that was sent about the request."""

    pk: int
    subject: str
    written_at: datetime
    document_id: int
    size_bytes: int


def answered(state_request: StateRequest) -> list[Answered]:
    """The recommendations that it answers, the newest first."""
    language = get_language() or "en"
    return rows_of(Answered, ANSWERED, language=language, key=state_request.pk, most=MOST_SHOWN)


def neighbours(state_request: StateRequest) -> list[RequestLine]:
    """The latest other requests of its requester."""
    who = {"state": state_request.state_id, "organization": state_request.organization_id}
    return rows_of(RequestLine, NEIGHBOURS, **who, key=state_request.pk, most=MOST_NEIGHBOURS)


def letters(state_request: StateRequest) -> list[LetterLine]:
    """The letters that were sent about it, the oldest first."""
    return rows_of(LetterLine, LETTERS, key=state_request.pk)
