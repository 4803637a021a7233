"""On a page, each figure of a report opens the records it counts."""

import pytest
from django.template.loader import render_to_string

from techcoop.press.blocks import Paragraph, WorldMap
from techcoop.press.report_page import report_page
from tests.press.makers import a_figure, a_record_in_english, a_report, every_block


def page(*more, **different) -> str:
    return render_to_string("press/report.html", {"report": report_page(a_report(*more, **different))})


def test_each_figure_is_a_link_to_its_records():
    assert 'href="/projects/?from=2021" title="Projects of the period">1,204</a>' in page()


def test_every_block_is_shown():
    shown = page(*every_block())

    for said in ("adopted by nobody", "In institutions", "Projects by component", "Fiji", "国家应保障人权"):
        assert said in shown
    assert '<h3 id="components">Components</h3>' in shown


def test_what_others_wrote_keeps_its_language_and_direction():
    assert '<blockquote lang="ar" dir="auto">' in page(*every_block())


def test_a_record_of_another_direction_keeps_its_own():
    assert '<bdi dir="ltr">Train the police first.</bdi>' in page(a_record_in_english(), language="ar")
    assert "<td>Train the police first.</td>" in page(a_record_in_english())
    assert '<bdi dir="rtl">تدريب الشرطة (UNDP).</bdi>' in page(Paragraph(("تدريب الشرطة (UNDP).",)))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")])
def test_a_report_runs_in_the_direction_of_its_language(language, direction):
    assert f'lang="{language}" dir="{direction}"' in page(language=language)


def test_the_map_leads_to_the_states():
    world = WorldMap(
        "Projects by State", {"FJI": 0}, ("1 and more",), {"FJI": "/states/FJI/"}, {"FJI": "Fiji"}
    )

    assert 'href="/states/FJI/" aria-label="Fiji: 1 and more"' in page(world)


def test_texts_of_records_are_escaped_and_nothing_is_styled_in_place():
    shown = page(Paragraph(("<script>alert(1)</script>", a_figure())), *every_block())

    assert "<script" not in shown
    assert "style=" not in shown
