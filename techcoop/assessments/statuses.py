"""How an assessment of needs comes about. The table is the procedure."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.lifecycle import Lifecycle, move


class AssessmentStatus(models.TextChoices):
    """Where an assessment stands."""

    TERMS_OF_REFERENCE = "terms_of_reference", _("Terms of reference")
    UNDER_WAY = "under_way", _("Under way")
    DRAFT = "draft", _("Draft")
    VALIDATED = "validated", _("Validated with those consulted")
    APPROVED = "approved", _("Approved")
    SUPERSEDED = "superseded", _("Superseded")


S = AssessmentStatus

LIFECYCLE = Lifecycle(
    move("begin", S.TERMS_OF_REFERENCE, S.UNDER_WAY),
    move("draft", S.UNDER_WAY, S.DRAFT),
    move("validate", S.DRAFT, S.VALIDATED),
    move("approve", S.VALIDATED, S.APPROVED),
    move("send_back", (S.DRAFT, S.VALIDATED), S.UNDER_WAY),
    move("supersede", S.APPROVED, S.SUPERSEDED),
)

# While these last, an assessor sees only the own scores; the draft that is handed in shows them all.
UNSEEN = (S.TERMS_OF_REFERENCE, S.UNDER_WAY)

# While these last, its content may still be written.
OPEN = (S.TERMS_OF_REFERENCE, S.UNDER_WAY, S.DRAFT)

# While these last, somebody has it on the desk.
IN_PROGRESS = (*OPEN, S.VALIDATED)

# While this lasts, what the desk has signed off is signed off for a substantive division, too.
SIGNED_OFF_WHILE = (S.VALIDATED,)

ACT_LABELS = {
    "commission": _("Commissioned"),
    "revise": _("Revised"),
    "weigh": _("Recommendations weighed"),
    "trace_need": _("Recommendations of a need chosen"),
    "weigh_input": _("Input weighed"),
    "name_assessors": _("Assessors named"),
    "score": _("Needs scored"),
    "add_need": _("Need added"),
    "change_need": _("Need changed"),
    "remove_need": _("Need removed"),
    "add_institution": _("Institution added"),
    "change_institution": _("Institution changed"),
    "remove_institution": _("Institution removed"),
    "add_legal_gap": _("Legal gap added"),
    "change_legal_gap": _("Legal gap changed"),
    "remove_legal_gap": _("Legal gap removed"),
    "add_capacity": _("Capacity added"),
    "change_capacity": _("Capacity changed"),
    "remove_capacity": _("Capacity removed"),
    "add_risk": _("Risk added"),
    "change_risk": _("Risk changed"),
    "remove_risk": _("Risk removed"),
    "add_proposed_project": _("Project proposed"),
    "change_proposed_project": _("Proposed project changed"),
    "remove_proposed_project": _("Proposed project removed"),
    "record_consultation": _("Consultation recorded"),
    "add_consultation": _("Consultation recorded"),
    "change_consultation": _("Record of a consultation changed"),
    "remove_consultation": _("Record of a consultation erased"),
    "read_consultation": _("Record of a consultation opened"),
    "begin": _("Begun"),
    "draft": _("Draft handed in"),
    "validate": _("Validated with those consulted"),
    "clear": _("Signed off for a substantive division"),
    "approve": _("Approved"),
    "assign": _("Given to a desk officer"),
    "send_back": _("Sent back"),
    "supersede": _("Superseded"),
}
