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
    move("report", S.PLANNED, S.HELD),
    move("cancel", S.PLANNED, S.CANCELLED),
)

ACT_LABELS = {
    "plan": _("Planned"),
    "revise": _("Plan changed"),
    "report": _("Recorded as held"),
    "cancel": _("Cancelled"),
    "attach": _("Document added"),
}
