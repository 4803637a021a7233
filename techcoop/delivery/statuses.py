"""How an activity goes. The table is the procedure."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.lifecycle import Lifecycle, move


class ActivityStatus(models.TextChoices):
    """Where an activity stands."""

    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


S = ActivityStatus

LIFECYCLE = Lifecycle(
    move("revise", S.PLANNED, S.PLANNED),
    move("report", S.PLANNED, S.HELD),
    move("cancel", S.PLANNED, S.CANCELLED),
    # What was held stays held; what was written of it can be wrong.
    move("correct", S.HELD, S.HELD),
)

ACT_LABELS = {
    "plan": _("Planned"),
    "revise": _("Plan changed"),
    "report": _("Recorded as held"),
    "cancel": _("Cancelled"),
    "correct": _("Record corrected"),
    "attach": _("Document added"),
}
