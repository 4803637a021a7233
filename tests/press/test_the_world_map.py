"""Every State can be seen on the map, is named, and leads on; the map is never without its disclaimer."""

from xml.etree import ElementTree

import pytest

from techcoop.press.blocks import Paragraph, WorldMap
from techcoop.press.map import colours, disclaimer, drawing, world_map_svg
from techcoop.press.report_pdf import report_pdf
from techcoop.press.report_word import report_docx
from tests.press.makers import a_figure, a_report, text_of

SVG = "{http://www.w3.org/2000/svg}"
SMALL = ["NRU", "TUV", "MCO", "VAT", "PSE", "COK", "NIU", "SGP", "KIR", "MDV", "LIE", "SMR"]


def a_map(**different) -> str:
    asked = {
        "title": "Where the programme works",
        "description": "Projects by State",
        "classes": {"FJI": 1, "NRU": 0},
        "legend": ("1 to 9", "10 and more"),
        "names": {"FJI": "Fiji", "NRU": "Nauru"},
        "links": {"FJI": "/states/FJI/"},
    }
    return world_map_svg(**{**asked, **different})


def test_193_members_and_more_are_drawn():
    seen = {code for code, path in drawing()["paths"].items() if path} | set(drawing()["marks"])

    assert len(seen) >= 197
    assert set(SMALL) <= set(drawing()["marks"])


def test_every_place_of_the_drawing_lies_within_it():
    for x, y in drawing()["marks"].values():
        assert 0 <= x <= drawing()["width"]
        assert 0 <= y <= drawing()["height"]


def test_a_state_leads_to_its_page_and_says_what_is_shown():
    tree = ElementTree.fromstring(a_map())

    link = tree.find(".//a")
    assert link.get("href") == "/states/FJI/"
    assert link.get("aria-label") == "Fiji: 10 and more"
    assert [title.text for title in tree.iter("title")] == ["Fiji: 10 and more", "Nauru: 1 to 9"]


def test_the_map_carries_no_inline_style_and_no_script():
    assert "style=" not in a_map()
    assert "<script" not in a_map(names={"FJI": "<script>alert(1)</script>"})


def test_the_map_stays_light():
    assert len(a_map()) < 45_000


@pytest.mark.parametrize("classes", [1, 2, 3, 4, 5])
def test_every_class_has_a_shade_of_its_own(classes):
    assert len(set(colours(classes))) == classes


def test_a_state_the_map_does_not_know_is_passed_over():
    assert "XXX" not in a_map(classes={"XXX": 0, "FJI": 1})


def test_the_map_is_printed_with_its_disclaimer():
    world = WorldMap("Projects by State", {"FJI": 1, "TUV": 0}, ("1 to 9", "10 and more"))
    report = a_report(world, Paragraph((a_figure(),)))

    assert disclaimer() in text_of(report_pdf(report))
    assert report_docx(report) == report_docx(report)
