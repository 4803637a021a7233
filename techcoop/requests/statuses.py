"""How a State's request travels. The table is the procedure."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
CLOSED = (S.DECLINED, S.REDIRECTED, S.WITHDRAWN)
TAKEN_UP = (S.ACCEPTED, S.ACCEPTED_IN_PART, S.FORMULATION)
# Not over yet: somebody has it, and its file grows.
OPEN = (*UNDECIDED, *TAKEN_UP)

LIFECYCLE = Lifecycle(
    move("register", S.RECEIVED, S.REGISTERED),
    move("acknowledge", S.REGISTERED, S.ACKNOWLEDGED),
    move("screen", S.ACKNOWLEDGED, S.UNDER_ASSESSMENT),
    move("accept", S.UNDER_ASSESSMENT, S.ACCEPTED),
    move("accept_in_part", S.UNDER_ASSESSMENT, S.ACCEPTED_IN_PART),
    move("decline", IN_HAND, S.DECLINED),
    move("redirect", IN_HAND, S.REDIRECTED),
    move("withdraw", OPEN, S.WITHDRAWN),
    move("formulate", (S.ACCEPTED, S.ACCEPTED_IN_PART), S.FORMULATION),
)

# What the button of an act says.
ACTS = {
    "register": pgettext_lazy("act on a request", "Register"),
    "acknowledge": pgettext_lazy("act on a request", "Acknowledge"),
    "screen": pgettext_lazy("act on a request", "Screen"),
    "accept": pgettext_lazy("act on a request", "Accept"),
    "accept_in_part": pgettext_lazy("act on a request", "Accept in part"),
    "decline": pgettext_lazy("act on a request", "Decline"),
    "redirect": pgettext_lazy("act on a request", "Redirect"),
    "withdraw": pgettext_lazy("act on a request", "Record its withdrawal"),
    "formulate": pgettext_lazy("act on a request", "Begin formulation"),
}

# What the history says of an act that was done.
DONE = {
    "receive": _("Entered as received"),
    "revise": _("Facts revised"),
    "register": _("Registered"),
    "acknowledge": _("Receipt acknowledged"),
    "screen": _("Screened; assessment begun"),
    "accept": _("Accepted"),
    "accept_in_part": _("Accepted in part"),
    "decline": _("Declined"),
    "redirect": _("Redirected"),
    "withdraw": _("Withdrawn by the requester"),
    "formulate": _("Formulation begun"),
    "assign": _("Given to a desk officer"),
    "judge": _("Questions of admissibility answered"),
    "attach": _("Paper added"),
    "endorse": _("Endorsed on line"),
    "write": _("The Government has written"),
    "answer": _("The programme has answered"),
    "file_message": _("What the Government wrote was filed"),
    "send_again": _("Letter sent again"),
    "link_recommendation": _("Recommendation linked"),
    "unlink_recommendation": _("Recommendation unlinked"),
    "refuse_recommendation": _("Proposed recommendation refused"),
    "reconsider_recommendation": _("Refused recommendation taken up for consideration again"),
}

# The tone in which a page shows a status.
TONES = {
    S.RECEIVED: "waiting",
    S.REGISTERED: "waiting",
    S.ACKNOWLEDGED: "waiting",
    S.UNDER_ASSESSMENT: "going",
    S.ACCEPTED: "good",
    S.ACCEPTED_IN_PART: "good",
    S.DECLINED: "stopped",
    S.REDIRECTED: "stopped",
    S.WITHDRAWN: "stopped",
    S.FORMULATION: "going",
}
