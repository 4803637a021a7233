"""Beginnings, symbols with a paragraph, Chinese, operators; nothing that is typed is an error."""

import json

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from techcoop.accountability.models import Recommendation
from techcoop.accountability.queries import ranked, understood
from tests.accountability.makers import an_export, an_index, taken_in
from tests.people.makers import an_auditor

LIST = reverse("accountability:recommendations")
TEXTS = ("Combat discrimination.", "Teach discreet judges.", "Protect women's policies.")


def found(words: str) -> set[str]:
    page = ranked(Recommendation.objects.all(), words, start=0, size=25)
    return {one.reference or one.text for one in page.rows}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("discri*", {0}), ("discr*", {0, 1}), ("policies*", {2}), ("discr* AND teach", {1}),
        ("combat ET discrimination", {0}), ("judges NOT teach", set()), ("women NOT judges", {2}),
        ("combat OU women", {0, 2}), ("d*", set()), ("teach*discreet", {1}), ("(combat)", {0}),
        ("«discreet judges»", {1}), ("-discr*", {2}), ("OR combat OR", {0}), ("discri\\'*", {0}),
    ],
)  # fmt: skip
def test_words_beginnings_and_operators(words, places):
    taken_in(an_export(*({"Text": text} for text in TEXTS)))

    assert found(words) == {TEXTS[place] for place in places}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "references"),
    [
        ("A/HRC/40/5", {"A/HRC/40/5 101.23", "A/HRC/40/5 101.24"}),
        ("a/hrc/40/5 101.24", {"A/HRC/40/5 101.24"}),
        ("A/HRC/40/5, para. 101.23", {"A/HRC/40/5 101.23"}),
        ("A/HRC/40/5 women", {"A/HRC/40/5 101.24"}),
        ("A/HRC/40", set()),
        ("A/HRC/40/5*", {"A/HRC/40/5 101.23", "A/HRC/40/5 101.24", "A/HRC/40/50 101.24"}),
        ("A/HRC/40/5 101.2", set()),
        ("A/HRC/40/50 OR (A/HRC/40/5 101.24)", {"A/HRC/40/50 101.24", "A/HRC/40/5 101.24"}),
        ("women -A/HRC/40/50", {"A/HRC/40/5 101.24"}),
        ("CEDAW/C/FRA/CO/8", {"CEDAW/C/FRA/CO/8"}),
    ],
)
def test_a_document_and_its_paragraph_are_found_exactly(words, references):
    review = {"Body": "- UPR", "Symbol": "A/HRC/40/5", "Text": "101.23 Train judges."}
    texts = (
        {**review, "AnnotationId": "a"},
        {**review, "AnnotationId": "b", "Text": "101.24 Protect women."},
        {**review, "AnnotationId": "c", "Text": "101.24 Women: see A/HRC/40/5.", "Symbol": "A/HRC/40/50"},
        {"AnnotationId": "d", "Text": "See A/HRC/40/5 again."},
    )
    taken_in(an_index(*texts), name="export.json")

    assert found(words) == references


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("人权", True), ("人权保护", True), ("保护妇女", False), ("妇女", True), ("权", True), ("女", True),
        ("权人", False), ("HIV", True), ("妇女HIV", True), ("人权 OR 儿童", True), ("人权 -妇女", False),
    ],
)  # fmt: skip
def test_chinese_is_found_by_characters_that_stand_together(words, is_found, monkeypatch):
    monkeypatch.setattr(
        "techcoop.accountability.imports.upr.in_one_language",
        lambda _language, said: json.dumps({"zh": said}, ensure_ascii=False),
    )
    taken_in(an_export({"Text": "加强人权保护，支持HIV妇女。"}))

    page = ranked(Recommendation.objects.all(), words, start=0, size=25)

    assert page.total == is_found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('"violence', "not closed"), ("(a OR b) c", "Brackets were left out"), ("d*", "two letters at least"),
        ("vio*lence", "at its end only"), ("women OR", "OR was left out"), ("women NOT", "NOT was left out"),
        ("?!", "There is no word"), ("the of", "so common"),
    ],
)  # fmt: skip
def test_what_was_not_understood_is_said(client, words, said):
    client.force_login(an_auditor())

    page = client.get(LIST, {"q": words}).content.decode()

    assert said in page
    assert "How to search" in page


@pytest.mark.parametrize("words", ["", "  ", "women", "women OR children"])
def test_of_what_was_understood_or_never_typed_nothing_is_said(words):
    assert understood(words).complaints == ()


@pytest.mark.django_db
@given(words=st.text(st.sampled_from("ab /*\"-()'\\&|!:<>8§人权OR\tê°"), max_size=30) | st.text(max_size=30))
def test_nothing_that_is_typed_is_an_error(words):
    words = words.replace("\0", "")

    ranked(Recommendation.objects.all(), words, start=0, size=25)

    assert all(understood(words).complaints)
