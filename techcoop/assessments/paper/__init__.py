"""An assessment on paper: what its page says, but for what is sealed, as PDF and as Word."""

from collections.abc import Callable
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from techcoop.assessments.models import NeedsAssessment
from techcoop.assessments.paper import chapters
from techcoop.assessments.queries import contents_of
from techcoop.assessments.statuses import AssessmentStatus
from techcoop.press.blocks import Report
from techcoop.press.report_pdf import report_pdf
from techcoop.press.report_word import report_docx
from techcoop.web.writing import day

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    "pdf": ("application/pdf", report_pdf),
    "docx": (WORD, report_docx),
}


def paper_of(assessment: NeedsAssessment, *, language: str, at: datetime) -> Report:
    """The assessment as it stands, in a language; who was heard is in it as sums without small cells."""
    with translation.override(language):
        contents = contents_of(assessment)
        state = assessment.state.name if assessment.state else str(assessment.state_request.organization)
        return Report(
            language=language,
            reference=assessment.state_request.reference,
            title=assessment.title,
            subtitle=_("Assessment of needs: %(state)s") % {"state": state},
            banner=_standing(assessment),
            mark=str(assessment.get_status_display()),
            made_at=at,
            blocks=tuple(block for chapter in chapters.ALL for block in chapter(contents)),
        )


def _standing(assessment: NeedsAssessment) -> str:
    """What the reader must know first: whether it was approved, and whether it still holds."""
    if assessment.status == AssessmentStatus.SUPERSEDED:
        told = _("This assessment was superseded by “%(successor)s”: it no longer holds.")
        return told % {"successor": assessment.superseded_by or "–"}
    if assessment.status == AssessmentStatus.APPROVED:
        return _("Approved on %(day)s.") % {"day": day(assessment.approved_on)}
    return _("A draft: not approved, and not to be quoted.")


__all__ = ["WRITERS", "paper_of"]
