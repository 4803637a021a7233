"""Papers for the tests of the press."""

from datetime import UTC, datetime

import pypdfium2

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
    return " ".join(" ".join(pages).split())
