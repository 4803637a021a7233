"""What is no list, or could do harm, is refused with a sentence; nothing of it is opened."""

import io
import zipfile
import zlib
from random import Random

import pytest

from techcoop.sheets.errors import Unreadable
from tests.sheets.makers import a_package, a_workbook, records, with_member

GOOD = a_workbook(["Name", "Year"], ["France", 1980])
BOMB = b"<worksheet>" + b"<row/>" * 8_000_000
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
)
LATE_ENTITIES = ENTITIES.replace(b"<!DOCTYPE", b"<!--" + b" " * 100_000 + b"--><!DOCTYPE")
WIDE_ENTITIES = ENTITIES.decode().replace("?>", ' encoding="UTF-16"?>').encode("utf-16")
# What packs badly hides what packs all too well, if only the whole is measured.
NOISY = with_member(GOOD, "noise.png", Random(1).randbytes(1_000_000))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf \r\n \r\n", "The file is empty."),
        (b"%PDF-1.7 ...", "This is a PDF, not a list."),
        (b"\x89PNG\r\n\x1a\n", "This is a picture, not a list."),
        (b"\x7fELF\x02", "This is a program, not a list."),
        (b"\x1f\x8b\x08", "packed archive"),
        (b"<!DOCTYPE html><html>", "This is a web page, not a list."),
        (b"<?xml version='1.0'?><a/>", "This is an XML document"),
        (b"just some words", "No columns can be told apart"),
        (b"a,b\n1,\x00\x00\x002\n", "zero bytes"),
        (bytes(range(128, 256)) * 40, "cannot be told"),
        (b"a,b\n1,2\n3,\"4\n5,6\n", "never closed"),
        (b'[{"a": 1}, {"a": ', "breaks off"),
        (b'[{"a": 1}, {"a" 2}, {"a": 3}]', "malformed"),
        (b'[1, 2]', "no record"),
        (b'{"a": 1}', "does not hold an array"),
        (b"PK\x03\x04 nothing else", "damaged"),
        (GOOD[:-200], "damaged"),
        (a_package(word__document_xml="<w/>"), "holds no table"),
        (a_package(readme_txt="hello"), "neither a workbook nor a document"),
        (with_member(GOOD, "xl/vbaProject.bin", b"macros"), "contains macros"),
        (with_member(GOOD, "xl/worksheets/sheet1.xml", BOMB), "far more than a list needs"),
        (with_member(GOOD, "xl/worksheets/sheet1.xml", ENTITIES), "declares a document type"),
        (with_member(GOOD, "xl/worksheets/sheet1.xml", LATE_ENTITIES), "declares a document type"),
        (with_member(GOOD, "xl/worksheets/sheet1.xml", WIDE_ENTITIES), "declares a document type"),
        (with_member(NOISY, "xl/media/b.xml", BOMB), "far more than a list needs"),
        (with_member(GOOD, "xl/worksheets/sheet1.xml", b"<worksheet>"), "damaged"),
        (with_member(GOOD, "content.xml", b"<a/>"), "neither a workbook nor a document"),
    ],
)  # fmt: skip
def test_it_is_refused_with_a_sentence(content, sentence):
    with pytest.raises(Unreadable) as refusal:
        records(content)

    assert sentence in str(refusal.value)


def test_a_size_that_lies_is_found_out():
    honest = with_member(GOOD, "xl/extra.xml", b"x" * 5_000_000)
    with zipfile.ZipFile(io.BytesIO(honest)) as package:
        size = package.getinfo("xl/extra.xml").file_size.to_bytes(4, "little")
    lying = honest.replace(size, (100).to_bytes(4, "little"))

    with pytest.raises(Unreadable, match="damaged"):
        records(lying)


def test_what_lies_behind_the_size_that_is_said_is_found_out():
    said = b"<worksheet/>"
    longer = with_member(GOOD, "xl/worksheets/sheet1.xml", said + b"<row>more</row>")
    with zipfile.ZipFile(io.BytesIO(longer)) as package:
        known = package.getinfo("xl/worksheets/sheet1.xml")
    lying = longer.replace(known.CRC.to_bytes(4, "little"), zlib.crc32(said).to_bytes(4, "little"))
    sizes = [one.to_bytes(4, "little") for one in (known.compress_size, known.file_size, len(said))]

    with pytest.raises(Unreadable, match="damaged"):
        records(lying.replace(sizes[0] + sizes[1], sizes[0] + sizes[2]))


def test_the_place_of_the_error_is_named():
    with pytest.raises(Unreadable) as refusal:
        records(b'a,b\n1,2\n3,"4\n5,6\n')

    assert str(refusal.value).startswith("Row 3: ")


def test_names_inside_a_package_lead_nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    found = records(with_member(GOOD, "../../escaped.txt", b"out"))

    assert [one.text("name") for one in found] == ["France"]
    assert not list(tmp_path.parent.rglob("escaped.txt"))
