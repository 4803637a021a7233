"""How a State's request travels. The table is the procedure."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.lifecycle import Lifecycle, move


class RequestStatus(models.TextChoices):
    """Where a request stands."""

    RECEIVED = "received", _("Received")
    REGISTERED = "registered", _("Registered")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    UNDER_ASSESSMENT = "under_assessment", _("Under assessment")
    ACCEPTED = "accepted", _("Accepted")
    ACCEPTED_IN_PART = "accepted_in_part", _("Accepted in part")
    DECLINED = "declined", _("Declined")
    REDIRECTED = "redirected", _("Redirected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    FORMULATION = "formulation", _("In formulation")


S = RequestStatus
IN_HAND = (S.REGISTERED, S.ACKNOWLEDGED, S.UNDER_ASSESSMENT)
UNDECIDED = (S.RECEIVED, *IN_HAND)
TAKEN_UP = (S.ACCEPTED, S.ACCEPTED_IN_PART, S.FORMULATION)

LIFECYCLE = Lifecycle(
    move("register", S.RECEIVED, S.REGISTERED),
    move("acknowledge", S.REGISTERED, S.ACKNOWLEDGED),
    move("screen", (S.REGISTERED, S.ACKNOWLEDGED), S.UNDER_ASSESSMENT),
    move("accept", S.UNDER_ASSESSMENT, S.ACCEPTED),
    move("accept_in_part", S.UNDER_ASSESSMENT, S.ACCEPTED_IN_PART),
    move("decline", IN_HAND, S.DECLINED),
    move("redirect", IN_HAND, S.REDIRECTED),
    move("withdraw", (*UNDECIDED, S.ACCEPTED, S.ACCEPTED_IN_PART), S.WITHDRAWN),
    move("formulate", (S.ACCEPTED, S.ACCEPTED_IN_PART), S.FORMULATION),
)
