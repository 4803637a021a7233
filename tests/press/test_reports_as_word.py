"""A report in Word can be read, heard and amended, and carries the same figures."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from techcoop.press.report_word import report_docx
from tests.press.makers import a_record_in_english, a_report, every_block


def opened(**different):
    return Document(BytesIO(report_docx(a_report(*every_block(), **different))))


def runs_in(cell):
    return [run for paragraph in cell.paragraphs for run in paragraph.runs]


def every_text(document) -> str:
    return " ".join(text.text or "" for text in document.element.body.iter(qn("w:t")))


def test_every_block_is_written():
    text = every_text(opened())

    for said in (
        "adopted by nobody",
        "Institutions",
        "Fiji",
        "على الدولة أن تكفل حقوق الجميع",
        "国家应保障人权",
    ):
        assert said in text


def test_a_record_of_another_direction_keeps_its_own():
    report = a_report(a_record_in_english(), language="ar", banner="لم يعتمده أحد.")
    document = Document(BytesIO(report_docx(report)))
    runs = {one.text: one for table in document.tables for cell in table._cells for one in runs_in(cell)}

    assert not runs["Train the police first."]._r.xpath("w:rPr/w:rtl")
    assert not runs["Lesson"]._r.xpath("w:rPr/w:rtl")
    assert runs["لم يعتمده أحد."]._r.xpath("w:rPr/w:rtl")


def test_each_figure_leads_to_its_note_in_the_annex():
    document = opened()

    bookmarks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    leads = {one.get(qn("w:anchor")) for one in document.element.body.iter(qn("w:hyperlink"))} - {None}
    assert leads <= bookmarks
    assert {"note_1", "portfolio"} <= leads
    addresses = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert "https://techcoop.example/projects/?from=2021" in addresses


def test_the_headings_are_headings():
    styles = {paragraph.text: paragraph.style.name for paragraph in opened().paragraphs}

    assert styles["Components"] == "Heading 2"


def test_every_picture_is_described():
    document = opened()

    assert len(document.inline_shapes) == 2
    for picture in document.inline_shapes:
        assert "Institutions: 120" in picture._inline.docPr.get("descr")


def test_every_table_of_records_repeats_its_header():
    tables = [table for table in opened().tables if len(table.columns) > 1]

    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in tables)


def test_arabic_is_read_from_the_right():
    document = opened(language="ar")

    assert all(one._tbl.tblPr.find(qn("w:bidiVisual")) is not None for one in document.tables)
    title = next(one for one in document.paragraphs if one.style.name == "Title")
    assert title._p.pPr.find(qn("w:bidi")) is not None
    assert document.core_properties.language == "ar"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_same_records_give_the_same_bytes(language):
    report = a_report(*every_block(), language=language)

    assert report_docx(report) == report_docx(report)


def test_signs_that_no_file_may_hold_are_left_out():
    document = opened(title="Paid \u202e001\x00\x0b in full")

    assert "Paid 001 in full" in every_text(document)
