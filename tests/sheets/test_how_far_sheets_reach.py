"""A sheet whose cells lie so far apart that a reader could not hold it is refused, with the cell."""

import io

import pytest

from techcoop.sheets.errors import Unreadable
from techcoop.sheets.trial import try_first
from tests.sheets.makers import a_package, a_workbook, records, with_member

GOOD = a_workbook(["Name", "Year"], ["France", 1980])
TOO_FAR = "With the cell {} a sheet spans more than ten million cells"
OPEN_DOCUMENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="a">{}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)
EXCEL = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:y="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<dimension ref="A1:B2"/><sheetData>{}</sheetData></worksheet>'
)
TEXT = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
LINKS = '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="{}"/></Relationships>'


def an_excel_sheet(rows):
    return EXCEL.format(rows).encode()


def excel(rows):
    return with_member(GOOD, "xl/worksheets/sheet1.xml", an_excel_sheet(rows))


def a_row(number, cells):
    return f'<row r="{number}">{cells}</row>'


def repeated_row(times, cells):
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def empty(times):
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'


def open_document(rows):
    return a_package(
        mimetype="application/vnd.oasis.opendocument.spreadsheet",
        content_xml=OPEN_DOCUMENT.format(rows),
        **{"META-INF__manifest_xml": "<manifest/>"},
    )


FAR_RIGHT = repeated_row(1, empty(19) + TEXT)
FIRST = a_row(1, '<c r="A1"><v>1</v></c>')


@pytest.mark.parametrize(
    ("content", "cell"),
    [
        (excel(FIRST + a_row(1048576, '<c r="XFD1048576"><v>1</v></c>')), "XFD1048576"),
        (excel(FIRST + a_row(1048576, '<c r="CV1048576"><v>1</v></c>')), "CV1048576"),
        (excel(FIRST + a_row(1, '<c s="&gt;" r = \'xfd9999\'><v>1</v></c>')), "XFD9999"),
        (excel(FIRST + a_row(1048576, "<c/>" * 90 + "<c><v>1</v></c>")), "CM1048576"),
        (excel('<y:row><y:c r="A1"><y:v>1</y:v></y:c><y:c r="XFD999"><y:f>1</y:f></y:c></y:row>'), "XFD999"),
        (open_document(repeated_row(1, TEXT) + repeated_row(999999, empty(1)) + FAR_RIGHT), "T1000001"),
        (open_document(repeated_row(1, empty(99999999) + TEXT)), "HJUNYV1"),
        (open_document(repeated_row(99999999, TEXT)), "A99999999"),
    ],
)  # fmt: skip
def test_a_cell_that_stands_far_out_is_named(content, cell):
    with pytest.raises(Unreadable) as refusal:
        records(content)

    assert len(content) < 10_000
    assert str(refusal.value).startswith(TOO_FAR.format(cell))


def test_cells_that_are_only_coloured_take_no_room():
    coloured = FIRST + a_row(2, '<c r="A2"><v>7</v></c>') + a_row(1048576, '<c r="XFD1048576" s="0"/>')
    padded = repeated_row(2, TEXT) + repeated_row(1048574, empty(16384))

    assert [one.cells for one in records(excel(coloured))] == [{"1": 7.0}]
    assert len(records(open_document(padded))) == 1


def test_a_wide_and_long_sheet_of_usual_size_is_read():
    rows = FIRST + "".join(a_row(row, f'<c r="CV{row}"><v>1</v></c>') for row in (2, 99_999))

    assert [one.row for one in records(excel(rows))] == [2, 99_999]


@pytest.mark.parametrize("address", ["1A", "A", "ABCD1", "Ä1", "A1234567890"])
def test_what_is_no_address_is_told(address):
    with pytest.raises(Unreadable, match="no address of a cell"):
        records(excel(a_row(1, f'<c r="{address}"><v>1</v></c>')))


def test_no_sheet_hides_under_a_name_that_is_not_looked_into():
    far = an_excel_sheet(FIRST + a_row(1048576, '<c r="XFD1048576"><v>1</v></c>'))
    hidden = with_member(GOOD, "xl/media/sheet.png", far)
    linked = with_member(hidden, "xl/_rels/workbook.xml.rels", LINKS.format("media/sheet.png").encode())

    with pytest.raises(Unreadable, match="damaged"):
        records(linked)


def test_a_workbook_of_an_old_kind_is_tried_beside_us_and_only_the_trial_ends():
    far = excel(FIRST + a_row(1048576, '<c r="XFD1048576"><v>1</v></c>'))

    try_first(io.BytesIO(GOOD))
    with pytest.raises(Unreadable, match="more memory than a list needs"):
        try_first(io.BytesIO(far))
