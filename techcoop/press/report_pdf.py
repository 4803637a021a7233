"""A report as tagged PDF, each figure with the number of its note in the annex."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from techcoop.press import handover
from techcoop.press.blocks import Report, notes_by_chapter, notes_of
from techcoop.press.letters import written_date
from techcoop.press.typesetting import pdf


def report_pdf(report: Report) -> bytes:
    """The report as it is sent and filed."""
    with translation.override(report.language):
        return pdf("report", report_data(report), language=report.language)


def report_data(report: Report) -> dict[str, Any]:
    """The report as its template reads it."""
    notes = notes_of(report)
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "reference": report.reference,
        "made_at": report.made_at,
        "dated": written_date(report.made_at, language=report.language),
        "house": gettext("United Nations"),
        "programme": gettext("Technical Cooperation Programme in the Field of Human Rights"),
        "banner": report.banner,
        "banner-short": report.mark or gettext("Machine-drafted, not adopted"),
        "labels": handover.labels(),
        "blocks": [handover.as_data(block, notes) for block in report.blocks],
        "notes": handover.notes_as_data(notes_by_chapter(report), site=report.site),
    }
