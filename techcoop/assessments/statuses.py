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

# While these last, its content may still be written.
OPEN = (S.TERMS_OF_REFERENCE, S.UNDER_WAY, S.DRAFT)

ACT_LABELS = {
    "commission": _("Commissioned"),
    "revise": _("Revised"),
    "weigh": _("Recommendations weighed"),
    "add_need": _("Need added"),
    "change_need": _("Need changed"),
    "remove_need": _("Need removed"),
    "record_consultation": _("Consultation recorded"),
    "read_consultation": _("Record of a consultation opened"),
    "begin": _("Begun"),
    "draft": _("Draft handed in"),
    "validate": _("Validated with those consulted"),
    "approve": _("Approved"),
    "send_back": _("Sent back"),
    "supersede": _("Superseded"),
}
