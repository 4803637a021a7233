"""A letter reaches a Government in its language, and says nothing but what it was given."""

import time

import pytest

from techcoop.press.letters import letter_pdf, written_date
from tests.press.makers import NOON, a_letter, text_of


def test_a_letter_says_what_it_was_given():
    text = text_of(letter_pdf(a_letter()))

    for said in (
        "TCP/2026/0142",
        "23 November 2026",
        "Permanent Mission of Fiji",
        "Amina Diallo",
        "never replaces",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "L’œuvre de la Mission permanente, « dûment » reçue"),
        ("es", "¿Qué asistencia técnica pidió el año pasado?"),
        ("ru", "Постоянное представительство"),
        ("zh-hans", "人权领域技术合作方案秘书处"),
        ("ar", "البعثة الدائمة للمملكة المغربية"),
    ],
)
def test_every_language_can_be_read_and_copied(language, said):
    letter = a_letter(language=language, paragraphs=(said,))

    assert said in text_of(letter_pdf(letter))


def test_the_same_letter_is_the_same_file():
    assert letter_pdf(a_letter()) == letter_pdf(a_letter())


@pytest.mark.parametrize(
    "hostile",
    [
        '#image("/etc/passwd")',
        "*bold* _italic_ = heading $x^2$ @ref <label> \\u{41}",
        '#eval("1+1") #{ panic() } // comment',
        '"]) #pagebreak() #([',
    ],
)
def test_what_looks_like_markup_is_only_text(hostile):
    letter = a_letter(
        subject=hostile, paragraphs=(hostile,), facts=((hostile, hostile),), signature=(hostile,)
    )

    text = text_of(letter_pdf(letter))

    assert text.replace(" ", "").count(hostile.replace(" ", "")) >= 4


def test_signs_that_turn_or_break_a_line_of_text_do_nothing():
    letter = a_letter(paragraphs=("Paid \u202e001\u202c in full\x00\x07 \ud800 end",))

    assert "Paid 001 in full" in text_of(letter_pdf(letter))


def test_a_sign_no_font_has_is_shown_as_missing():
    assert "thanks \ufffd" in text_of(letter_pdf(a_letter(paragraphs=("thanks \U0001f600",))))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "23 November 2026"),
        ("fr", "23 novembre 2026"),
        ("ar", "23 تشرين الثاني/نوفمبر 2026"),
        ("zh-hans", "2026年11月23日"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(language, said):
    assert written_date(NOON, language=language) == said


def test_a_letter_takes_less_than_a_tenth_of_a_second_once_the_fonts_are_read():
    letter_pdf(a_letter())
    begin = time.process_time()

    letter_pdf(a_letter(reference="TCP/2026/0143"))

    assert time.process_time() - begin < 0.1
