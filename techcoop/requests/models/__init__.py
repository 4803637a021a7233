"""What is kept of requests: nothing in the programme begins without one."""

from techcoop.requests.models.authorities import ASK_FOR_NOBODY, Authority
from techcoop.requests.models.cases import StateRequestQuerySet
from techcoop.requests.models.channels import Channel, Urgency, Way
from techcoop.requests.models.drafts import WHO_DRAFTS, LeftOut, Origin, RequestDraft, RequestDraftQuerySet
from techcoop.requests.models.grounds import Ground
from techcoop.requests.models.guards import ENDORSED
from techcoop.requests.models.handovers import Handover
from techcoop.requests.models.letters import ALWAYS, FIELDS, FIELDS_OF, LetterTemplate, Occasion, SentLetter
from techcoop.requests.models.reminders import Reminder
from techcoop.requests.models.requests import StateRequest, words_of_the_request
from techcoop.requests.models.screening import Question, ScreeningVerdict, Verdict

__all__ = [
    "ALWAYS",
    "ASK_FOR_NOBODY",
    "Authority",
    "ENDORSED",
    "FIELDS",
    "FIELDS_OF",
    "Channel",
    "Ground",
    "Handover",
    "LeftOut",
    "LetterTemplate",
    "Occasion",
    "Question",
    "Reminder",
    "ScreeningVerdict",
    "SentLetter",
    "WHO_DRAFTS",
    "Channel",
    "Origin",
    "RequestDraft",
    "RequestDraftQuerySet",
    "StateRequest",
    "StateRequestQuerySet",
    "Urgency",
    "Verdict",
    "Way",
    "words_of_the_request",
]
