"""Papers for the tests of the press."""

from datetime import UTC, datetime

import pypdfium2

from techcoop.press.blocks import (
    Bar,
    Bars,
    Bullets,
    Callout,
    Columns,
    Figure,
    Heading,
    Paragraph,
    Quote,
    Report,
    Table,
)
from techcoop.press.letters import Letter

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def a_letter(**different) -> Letter:
    letter = {
        "language": "en",
        "reference": "TCP/2026/0142",
        "written_at": NOON,
        "addressee": ("Permanent Mission of Fiji", "Geneva"),
        "subject": "Acknowledgement of your request",
        "paragraphs": ("The secretariat presents its compliments to the Permanent Mission.",),
        "facts": (("Received on", "23 November 2026"),),
        "closing": ("The secretariat avails itself of this opportunity.",),
        "signature": ("Amina Diallo", "Desk officer"),
        "clause": "Assistance complements the work of the mechanisms and never replaces it.",
    }
    return Letter(**{**letter, **different})


def text_of(pdf: bytes) -> str:
    """All that can be read in a PDF, in one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_bounded())
            text.close()
            page.close()
    finally:
        document.close()
    # A word that was parted at the end of a line is one word.
    return " ".join(" ".join(pages).replace("\x02", "").split())


def a_figure(
    text: str = "1,204", counts: str = "Projects of the period", address: str = "/projects/?from=2021"
):
    return Figure(text, counts, address)


def a_report(*more, **different) -> Report:
    report = {
        "language": "en",
        "reference": "TCP/REVIEW/2021-2025",
        "title": "Synthesis of the Global Review",
        "subtitle": "Draft over the records",
        "banner": "Drafted by a machine from the records, adopted by nobody.",
        "made_at": NOON,
        "site": "https://techcoop.example",
        "blocks": (
            Heading(1, "Portfolio", "portfolio"),
            Paragraph(("There were ", a_figure(), " projects.")),
            *more,
        ),
    }
    return Report(**{**report, **different})


def every_block() -> tuple:
    bars = (
        Bar("Institutions", 120, a_figure("120", "In institutions", "/p/?c=1")),
        Bar("None", 0, a_figure("0")),
    )
    return (
        Heading(2, "Components", "components"),
        Bullets((("Institutions: ", a_figure("120", "In institutions", "/p/?c=1")),)),
        Bars("Projects by component", bars),
        Columns("Projects by year", bars),
        Table(
            "States", ("State", "Projects"), (("Fiji", a_figure("3", "In Fiji", "/p/?s=FJI")),), numeric=(1,)
        ),
        Callout(("Assistance never replaces accountability.",), title="Note", tone="warning"),
        Quote("على الدولة أن تكفل حقوق الجميع", "ar", "A/HRC/1"),
        Quote("国家应保障人权", "zh-hans"),
    )


def a_record_in_english() -> Table:
    """What a report of any language may quote from the records."""
    return Table("Lessons", ("Lesson",), (("Train the police first.",),))
