"""A list that somebody takes away is whole, and no cell of it is ever a formula."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from techcoop.sheets.reading import open_list
from techcoop.sheets.writing import csv_rows, file_bytes, xlsx_file

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1", " =1", "'=1", "''-1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_is_only_text_in_csv(text):
    written = b"".join(csv_rows(["Name"], [[text]])).decode("utf-8-sig")

    assert next(csv.reader(io.StringIO(written.split("\r\n", 1)[1], newline="")))[0] == "'" + text


@pytest.mark.parametrize("text", [*DANGEROUS, "'quoted'", "'", "plain", "a = b"])
def test_a_list_that_comes_back_says_what_it_said(text):
    written = b"".join(csv_rows(["Name", "-Note"], [[text, "x"]]))

    opened = open_list(io.BytesIO(written))

    assert [one.cells["name"] for one in opened.records()] == [text]
    assert opened.headings == ("Name", "-Note")


def test_a_formula_is_only_text_in_excel():
    path = xlsx_file(["Name"], [[text] for text in DANGEROUS], title="[a]/b")

    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

    assert [row[0].strip() for row in rows[1:]] == [text.strip() for text in DANGEROUS]
    assert b"<f>" not in b"".join(file_bytes(path))


def test_numbers_stay_numbers_and_days_stay_days():
    row = [Decimal("-12.5"), date(2024, 2, 29), None, "العربية"]
    path = xlsx_file(["a", "b", "c", "d"], [row], title="x", right_to_left=True)

    read = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1]
    text = b"".join(csv_rows(["a", "b", "c", "d"], [row])).decode("utf-8-sig")

    assert read == [-12.5, date(2024, 2, 29), "", "العربية"]
    assert text.splitlines()[1] == "-12.5,2024-02-29,,العربية"
    path.unlink()


def test_the_temporary_file_is_gone_when_it_was_sent():
    path = xlsx_file(["a"], [["b"]], title="x")

    assert b"".join(file_bytes(path)).startswith(b"PK")

    assert not path.exists()
