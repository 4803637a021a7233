"""The assessment as PDF and Word says what its page says, and nothing of what is sealed."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from techcoop.assessments.models import LegalGap, Risk
from techcoop.assessments.paper import paper_of
from techcoop.press.report_pdf import report_pdf
from techcoop.press.report_word import report_docx
from tests.assessments.makers import (
    a_begun_assessment,
    a_row,
    a_written_assessment,
    an_approved_assessment,
)
from tests.atlas.makers import a_state
from tests.people.makers import NOON, a_coordinator, a_desk_officer
from tests.press.makers import text_of

pytestmark = pytest.mark.django_db


def words_of(docx):
    """All the words of a document of Word."""
    document = Document(BytesIO(docx))
    cells = [cell.text for table in document.tables for cell in table._cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


def both(assessment, language="en"):
    """The words of the PDF and of the Word file, with single spaces."""
    paper = paper_of(assessment, language=language, at=NOON)
    return [" ".join(text.split()) for text in (text_of(report_pdf(paper)), words_of(report_docx(paper)))]


def test_every_row_and_text_of_the_page_stands_on_both_papers():
    assessment = a_written_assessment()
    a_row(assessment, LegalGap, right="Liberty", gap="Custody without limit")
    a_row(
        assessment,
        Risk,
        statement="Elections",
        kind="political",
        likelihood=4,
        impact=5,
        response="reduce",
    )

    for text in both(assessment):
        for said in ("Find out what the prisons need", "Four prisons, all of them full",
                     "What they said since", "Ombudsman of Arcadia",
                     "Custody without limit", "Elections", "Nobody inspects",
                     "never a substitute", "A draft: not approved"):  # fmt: skip
            assert said in text


@pytest.mark.parametrize("person", [a_coordinator, lambda: a_desk_officer(a_state())])
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_nothing_that_is_sealed_stands_in_what_is_taken_away(client, person, ending):
    assessment = an_approved_assessment(a_state())
    client.force_login(person())

    answer = client.get(reverse("assessments:file", args=[assessment.pk, ending]))

    text = text_of(answer.content) if ending == "pdf" else words_of(answer.content)
    assert "Approved on 2 March 2026" in " ".join(text.split())
    assert "not shown" in text
    assert not any(word in text for word in ("Asha", "afraid", "1 February"))


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Mandat"), ("ar", "الاختصاصات")], ids=["French", "Arabic"]
)
def test_it_is_printed_in_each_language(language, said):
    assessment = a_written_assessment()

    made = report_pdf(paper_of(assessment, language=language, at=NOON))

    assert b"pdfuaid" in made
    assert said in words_of(report_docx(paper_of(assessment, language=language, at=NOON)))


def test_a_stranger_takes_nothing_away(client):
    assessment = a_begun_assessment()
    client.force_login(a_desk_officer(a_state("Borduria")))

    assert client.get(reverse("assessments:file", args=[assessment.pk, "pdf"])).status_code == 404
    client.force_login(a_coordinator())
    assert client.get(reverse("assessments:file", args=[assessment.pk, "odt"])).status_code == 404
