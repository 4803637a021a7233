"""A list is read as it was meant, whatever encoding, line ends and delimiters it came with."""

import pytest

from techcoop.sheets.errors import Unreadable
from tests.shared_data import real_files
from tests.sheets.makers import a_workbook, opened, records

TEXT = "State;Note\nCôte d’Ivoire;naïve\nTürkiye;”quoted”\n"


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_letters_and_line_ends_are_told(ends, encoding):
    content = TEXT.replace("\n", ends).encode(encoding)

    found = records(content)

    assert [(one.row, one.text("state")) for one in found] == [(2, "Côte d’Ivoire"), (3, "Türkiye")]
    assert found[0].text("note") == "naïve"


def test_text_spoiled_by_wrong_encodings_is_mended_and_that_is_said():
    spoiled = ("a,b\n" + "the women’s “rights” in Côte d’Ivoire,x\n" * 9).encode("mac_roman")
    spoiled = spoiled.decode("cp1252").encode("mac_roman")

    read = opened(spoiled)

    assert next(read.records()).text("a") == "the women’s “rights” in Côte d’Ivoire"
    assert "spoiled" in str(read.notes[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_headings(delimiter):
    content = f'"To, or from"{delimiter}Text\nFrance{delimiter}"a,b;c|d"\n'.encode()

    assert records(content)[0].cells == {"toorfrom": "France", "text": "a,b;c|d"}


def test_a_heading_that_comes_again_is_numbered():
    assert opened(b"SuR,Rgrp,RS,Rgrp\na,b,c,d\n").names == ("sur", "rgrp", "rs", "rgrp2")


def test_cells_of_a_workbook_keep_their_kind_and_formulas_are_text():
    content = a_workbook(["Day", "Number", "Text"], [45000, 3.0, "x"])

    (found,) = records(content)
    (formula,) = records(b'Name,Sum\n=cmd|calc,"=1+1"\n')

    assert (found.text("number"), found.text("text")) == ("3", "x")
    assert formula.text("sum") == "=1+1"


def test_characters_that_cannot_be_seen_are_taken_out_and_counted():
    read = opened("Name,Note\nabc\u202edef,x\u0007y\n".encode())

    assert next(read.records()).cells == {"name": "abcdef", "note": "xy"}
    assert str(read.notes[0]) == "Characters that cannot be seen were taken out of 2 cells."


def test_a_large_cell_is_read_and_one_without_end_is_refused():
    large = b"a,b\n1," + b"x" * 1_000_000 + b"\n"
    endless = b"a,b\n1," + b"x" * 3_000_000 + b"\n"

    assert len(records(large)[0].text("b")) == 1_000_000
    with pytest.raises(Unreadable, match="two million"):
        records(endless)


def test_more_cells_than_headings_are_kept_apart():
    (found,) = records(b"a,b\n1,2,,surplus\n")

    assert found.surplus == ("surplus",)


def test_json_records_are_read_one_after_the_other():
    content = b'{"data": [\n{"Text": "a", "Countries": ["- France"]},\n{"Text": "b", "When": null}]}'

    found = records(content)

    assert [one.text("text") for one in found] == ["a", "b"]
    assert found[0].cells["countries"] == ["- France"]


@pytest.mark.parametrize(
    ("name", "count", "phrase"),
    [
        ("recommendations/upr-export/10-13.csv", 9047, "Guaraní"),
        ("recommendations/upr-years/2008data.csv", 1024, "women’s"),
        ("recommendations/upr-years/2009data.csv", 4195, "Côte d’Ivoire"),
        ("recommendations/upr-years/2010data.csv", 6044, "“all” was not"),
        ("recommendations/upr-export/voluntary.xls", 947, "vis-à-vis"),
        ("portfolio/uninfo-ohchr.csv", 606, "État"),
    ],
)
def test_the_real_lists_are_read_whole(name, count, phrase):
    (path,) = real_files(name)

    found = records(path.read_bytes())

    assert len(found) == count
    assert any(phrase in value for one in found for value in one.cells.values() if isinstance(value, str))
