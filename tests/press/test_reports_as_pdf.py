"""A report in PDF says what its records say, and each figure leads to them."""

import re
import time

import pypdfium2
import pytest

from techcoop.press.blocks import (
    Bar,
    Bars,
    Heading,
    Paragraph,
    Table,
    figures_of,
    notes_by_chapter,
    notes_of,
)
from techcoop.press.report_pdf import report_pdf
from techcoop.press.typesetting import CannotBeSet, pdf
from tests.press.makers import NOON, a_figure, a_record_in_english, a_report, every_block, text_of


def test_every_block_is_printed():
    text = text_of(report_pdf(a_report(*every_block())))

    for said in (
        "Synthesis of the Global Review",
        "adopted by nobody",
        "Institutions",
        "120",
        "Fiji",
        "A/HRC/1",
    ):
        assert said in text
    assert "على الدولة أن تكفل حقوق الجميع" in text
    assert "国家应保障人权" in text


def test_a_record_of_another_direction_ends_with_its_full_stop_on_its_own_side():
    document = pypdfium2.PdfDocument(report_pdf(a_report(a_record_in_english(), language="ar")))

    pages = (page.get_textpage() for page in document)
    text = next(one for one in pages if "Tr" in one.get_text_bounded())
    signs = [(text.get_text_range(place, 2), text.get_charbox(place)) for place in range(text.count_chars())]
    left, height = next((box[0], box[1]) for pair, box in signs if pair == "Tr")
    stops = [box[0] for pair, box in signs if pair[0] == "." and abs(box[1] - height) < 2]
    text.close()

    assert stops
    assert all(stop > left for stop in stops)


def test_each_figure_has_its_note_in_the_annex():
    text = text_of(report_pdf(a_report(*every_block())))

    assert "1,204 1 projects" in plain(text)
    assert "Projects of the period" in text
    assert "https://techcoop.example/projects/?from=2021" in text.replace("\u200b", "").replace(" ", "")


def test_figures_that_count_the_same_share_a_note():
    report = a_report(Paragraph((a_figure(), a_figure(), a_figure("3", "In Fiji", "/p/?s=FJI"))))

    assert list(notes_of(report).values()) == [1, 2]


def test_a_row_and_a_chart_have_one_note_for_all_their_figures():
    here, there = a_figure("4", "In Fiji", "/p/?s=FJI"), a_figure("5", "In Mali", "/p/?s=MLI")
    chart = Bars("By State", (Bar("Fiji", 4, here), Bar("Mali", 5, there)))
    report = a_report(
        Heading(1, "States", "states"),
        Table("States", ("State", "All", "Here"), (("Fiji", a_figure(), here), ("Mali", a_figure(), there))),
        Heading(1, "Charts", "charts"),
        chart,
    )

    text = plain(text_of(report_pdf(report)))

    assert list(notes_of(report).values()) == [1, 2, 3, 4]
    assert [one.title for one in notes_by_chapter(report)] == ["Portfolio", "States", "Charts"]
    assert "Fiji 2 " in text
    assert re.search("By State ?4", text)
    assert {one for note in notes_of(report) for one in note} == {
        (one.counts, one.address) for one in figures_of(report)
    }


def plain(text):
    """The text with one kind of space, and without the signs that hold words together."""
    return " ".join(text.replace("\u2060", "").replace("\u200a", " ").split())


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh-hans", "es", "ru"])
def test_the_same_records_give_the_same_bytes(language):
    report = a_report(*every_block(), language=language)

    assert report_pdf(report) == report_pdf(report)


def test_a_report_is_tagged_for_those_who_listen():
    made = report_pdf(a_report(*every_block()))

    assert b"/StructTreeRoot" in made or b"/MarkInfo" in made
    assert b"pdfuaid" in made


def test_a_report_without_figures_has_no_annex():
    report = a_report(blocks=(Heading(1, "Portfolio", "portfolio"), Paragraph(("Nothing on record.",))))

    assert "Annex" not in text_of(report_pdf(report))


def test_records_with_markup_in_them_stay_text():
    hostile = '#image("/etc/passwd") *x* $y$'
    report = a_report(
        Heading(2, hostile, "hostile"),
        Table(hostile, (hostile,), ((hostile,),)),
        title=hostile,
        subtitle=hostile,
    )

    assert text_of(report_pdf(report)).replace(" ", "").count(hostile.replace(" ", "")) >= 5


def test_a_paper_that_cannot_be_set_says_why():
    with pytest.raises(CannotBeSet, match="letter: .*house"):
        pdf("letter", {"title": "x", "reference": "", "made_at": NOON}, language="en")


def test_a_long_report_takes_seconds_of_the_processor_at_most():
    rows = tuple((f"State {line}", a_figure(str(line), f"In {line}", f"/p/{line}")) for line in range(700))
    begin = time.process_time()

    report_pdf(a_report(Table("States", ("State", "Projects"), rows, numeric=(1,))))

    assert time.process_time() - begin < 4


def test_chapters_follow_one_another_and_no_heading_stands_alone_at_the_foot_of_a_page():
    chapters = [
        block
        for number in range(30)
        for block in (Heading(1, f"Chapter {number}", f"c{number}"), Paragraph((f"Said in {number}. " * 60,)))
    ]

    document = pypdfium2.PdfDocument(report_pdf(a_report(*chapters)))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    told = [page for page in pages if "Said in" in page]

    assert len(told) < 20
    assert all(len(page) > 1500 for page in told[:-1])
    assert not any(re.search(r"Chapter \d+\s+TC-|Chapter \d+\s*$", page) for page in told)
