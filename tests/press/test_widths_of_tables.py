"""The columns of a table are as wide as what they hold asks for."""

from io import BytesIO

import pytest
from docx import Document

from techcoop.press.blocks import Table
from techcoop.press.report_pdf import report_pdf
from techcoop.press.report_word import report_docx
from techcoop.press.widths import length, widths_of
from tests.press.makers import a_figure, a_report, text_of

TITLE = "Support to the national institution in its work with persons deprived of liberty"
PROJECTS = Table(
    "Projects",
    ("Code", "Title", "From", "US$"),
    tuple((f"UNINFO-{one}", TITLE, "2023-01-01", a_figure("1,250,000")) for one in range(115000, 115040)),
    numeric=(3,),
)
FULL = Table(
    "States",
    ("State", *("Recommended",) * 9),
    (("Bolivia (Plurinational State of)", *(a_figure("1,204"),) * 9),),
    numeric=tuple(range(1, 10)),
)


def test_long_texts_get_the_room_that_short_ones_leave():
    code, title, day, money = widths_of(PROJECTS).shares

    assert title > 2 * max(code, day, money)


def test_every_number_has_its_room_and_the_head_of_a_row_that_of_its_note():
    widths = widths_of(PROJECTS)

    assert widths.shares[0] / sum(widths.shares) * 88 >= length("UNINFO-115000") + 2
    assert widths.shares[3] / sum(widths.shares) * 88 >= length("1,250,000")
    assert "1,250,000" in text_of(report_pdf(a_report(PROJECTS)))


def test_a_code_and_a_date_stay_in_one_line():
    text = text_of(report_pdf(a_report(PROJECTS)))

    assert text.count("UNINFO-1150") == 40
    assert text.count("2023-01-01") == 40


def test_a_table_that_is_too_full_is_set_in_smaller_print():
    assert widths_of(FULL).is_dense
    assert not widths_of(PROJECTS).is_dense


@pytest.mark.parametrize("rows", [(), (("", ""),)])
def test_a_table_with_nothing_in_it_has_columns_all_the_same(rows):
    assert all(share > 0 for share in widths_of(Table("None", ("State", ""), rows)).shares)


def test_signs_of_the_east_take_more_room():
    assert length("国家应保障人权") > length("abcdefg")


def test_word_gives_the_columns_the_same_shares():
    document = Document(BytesIO(report_docx(a_report(PROJECTS))))
    table = next(one for one in document.tables if len(one.columns) == 4)

    widths = [column.width for column in table.columns]
    shares = widths_of(PROJECTS).shares
    assert [cell.width for cell in table.rows[5].cells] == widths
    assert widths[1] / sum(widths) == pytest.approx(shares[1] / sum(shares), abs=0.01)
