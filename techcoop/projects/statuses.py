"""How a project lives. The table is the procedure."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.lifecycle import Lifecycle, move


class ProjectStatus(models.TextChoices):
    """Where a project stands."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    OPERATIONAL = "operational", _("Operational")
    SUSPENDED = "suspended", _("Suspended")
    COMPLETED = "completed", _("Operationally completed")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")
    TERMINATED = "terminated", _("Terminated")
    # Taken over from an older record that does not say more.
    LEGACY = "legacy", _("Legacy record")


S = ProjectStatus

LIFECYCLE = Lifecycle(
    move("approve", S.DRAFT, S.APPROVED),
    move("start", S.APPROVED, S.OPERATIONAL),
    move("suspend", S.OPERATIONAL, S.SUSPENDED),
    move("resume", S.SUSPENDED, S.OPERATIONAL),
    move("complete", S.OPERATIONAL, S.COMPLETED),
    move("close", S.COMPLETED, S.CLOSED),
    move("cancel", (S.DRAFT, S.APPROVED), S.CANCELLED),
    move("terminate", (S.OPERATIONAL, S.SUSPENDED), S.TERMINATED),
)

# These are on their way, whether or not work goes on today.
UNDER_WAY = (S.APPROVED, S.OPERATIONAL, S.SUSPENDED)

# While these last, somebody has it on the desk.
ON_A_DESK = (S.DRAFT, *UNDER_WAY, S.COMPLETED)

# What a project has to have before it is carried out is not asked of these.
NOT_CARRIED_OUT = [S.DRAFT.value, S.CANCELLED.value, S.LEGACY.value]

# While these last, it is said what became of the structures that the project strengthens.
WITH_OUTCOMES = (S.OPERATIONAL, S.COMPLETED)

# What is said beside the move is written down: these need reasons.
WITH_REASONS = ("suspend", "cancel", "terminate")

ACT_LABELS = {
    "draft": _("Drafted"),
    "draft_proposed": _("Taken over from the assessment of needs"),
    "revise": _("Revised"),
    "address": _("Recommendations chosen"),
    "explain": _("Said how recommendations are served"),
    "approve": _("Approved"),
    "start": _("Started"),
    "suspend": _("Suspended"),
    "resume": _("Resumed"),
    "complete": _("Operationally completed"),
    "close": _("Accounts closed"),
    "cancel": _("Cancelled"),
    "terminate": _("Terminated"),
    "tell_outcomes": _("Said what became of the national structures"),
    "attach": _("Document added"),
    "assign": _("Given to a desk officer"),
    "give_role": _("Role in this project given"),
    "end_role": _("Role in this project ended"),
    "keep_the_year": _("Account of the States frozen for the year"),
}
