"""A Word document streams past: however long it is, only the row at hand is kept."""

import tracemalloc

import pytest

from techcoop.sheets.errors import Unreadable
from tests.sheets.makers import a_package, records

DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)
MEGABYTES = 1 << 20


def a_cell(*paragraphs):
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f"<w:tc>{inside}</w:tc>"


def a_row(*cells):
    return f"<w:tr>{''.join(cells)}</w:tr>"


def a_document(body, **more):
    return a_package(word__document_xml=DOCUMENT.format(body), **more)


HEADINGS, FRANCE = a_row(a_cell("Name"), a_cell("Year")), a_row(a_cell("France", "Paris"), a_cell("1980"))
TABLE = f"<w:tbl>{HEADINGS}{FRANCE}</w:tbl>"


def test_paragraphs_of_a_cell_are_lines_and_a_table_in_a_cell_has_rows_of_its_own():
    inner = (
        f"<w:tc><w:p><w:r><w:t>outer</w:t></w:r></w:p><w:tbl>{a_row(a_cell('a'), a_cell('b'))}</w:tbl></w:tc>"
    )
    found = records(a_document(TABLE + f"<w:tbl>{a_row(inner, a_cell('2'))}</w:tbl>"))

    assert [(one.text("name"), one.text("year")) for one in found] == [
        ("France\nParis", "1980"),
        ("a", "b"),
        ("outer", "2"),
    ]


def test_what_stands_above_every_page_stands_beside_every_row():
    header = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:hdr>'
    line = "<w:p><w:r><w:t>Third </w:t></w:r><w:r><w:t>cycle</w:t></w:r></w:p>"

    found = records(a_document(TABLE, word__header1_xml=header.format(line)))

    assert [one.text("pageheader") for one in found] == ["Third cycle"]


@pytest.mark.parametrize("much", ["<w:p/>", "<w:p><w:r><w:t>word</w:t></w:r></w:p>"])
def test_long_text_before_the_table_is_not_kept(much):
    content = a_document(much * 200_000 + TABLE)

    tracemalloc.start()
    found = records(content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [one.text("name") for one in found] == ["France\nParis"]
    assert most < 5 * MEGABYTES


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (a_row("<w:tc/>" * 501), "more than five hundred columns"),
        (a_row(f"<w:tc>{'<w:p/>' * 2_000_001}</w:tc>"), "more than two million characters"),
        (a_row("<w:tc><w:p>" * 300 + "</w:p></w:tc>" * 300), "damaged"),
    ],
)
def test_a_row_that_is_none_is_refused(row, sentence):
    with pytest.raises(Unreadable, match=sentence):
        records(a_document(f"<w:tbl>{row}</w:tbl>"))
