"""Code lists in XML are read item by item; what makes XML dangerous is refused before it does anything."""

import io

import pytest

from techcoop.sheets.errors import Unreadable
from techcoop.sheets.reading import open_list
from tests.programme.makers import GOALS

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE codelist [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<codelist><codelist-items><codelist-item><code>&b;</code></codelist-item></codelist-items></codelist>"
)
FETCHES = '<!DOCTYPE codelist SYSTEM "file:///etc/passwd"><codelist/>'
ITEM = "<codelist><codelist-items><codelist-item>"


def read(text):
    return list(open_list(io.BytesIO(text.encode() if isinstance(text, str) else text)).records())


def test_an_item_is_a_record_with_its_names_by_language():
    found = read(GOALS)

    assert found[1].row == 3
    assert found[1].cells == {
        "codelist": "UNSDG-Goals",
        "code": "16",
        "nameen": "Peace & justice",
        "namefr": "Paix",
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "iso-8859-1"])
def test_the_letters_are_told_by_the_document_itself(encoding):
    text = f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?>{GOALS}"

    assert read(text.encode(encoding))[0].text("namefr") == "Santé"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (LAUGHS, "declares a document type"),
        ("<!-- x -->" + FETCHES, "declares a document type"),
        ("<?xml version='1.0'?><html/>", "no code list"),
        (GOALS[:200], "malformed or cut off in line 1"),
        (GOALS.replace("&amp;", "&secret;"), "malformed"),
        ("<codelist>" + "<a>" * 50, "nested too deeply"),
        (f'{ITEM}<code x="{"y" * 3_000_000}"/>', "malformed"),
        (f"{ITEM}<code>{'y' * 2_100_000}</code>", "more than two million characters"),
        ("<codelist name='x'/>", "The file is empty."),
        ("<?xml version='1.0' encoding='no-such'?><codelist/>", "malformed"),
    ],
)
def test_what_could_do_harm_is_refused(text, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read(text)
