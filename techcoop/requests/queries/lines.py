"""What stands beside a request, as lines of its file: what it answers, and what else was asked for."""

from datetime import date
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
                (SELECT value FROM jsonb_each_text(said.texts) LIMIT 1), '')
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


class Answered(NamedTuple):
    """A recommendation that the request answers."""

    mechanism: str
    reference: str
    year: int | None
    upr_position: str
    text: str

    def __str__(self) -> str:
        return self.reference or opening(self.text)

    def get_upr_position_display(self) -> str:
        return str(Position(self.upr_position).label)


class Neighbour(NamedTuple):
    """Another request of the same State or organisation."""

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


def answered(state_request: StateRequest) -> list[Answered]:
    """The recommendations that it answers, the newest first."""
    language = get_language() or "en"
    return rows_of(Answered, ANSWERED, language=language, key=state_request.pk, most=MOST_SHOWN)


def neighbours(state_request: StateRequest) -> list[Neighbour]:
    """The latest other requests of its requester."""
    who = {"state": state_request.state_id, "organization": state_request.organization_id}
    return rows_of(Neighbour, NEIGHBOURS, **who, key=state_request.pk, most=MOST_NEIGHBOURS)
