"""How figures, money and days are written in the six languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from techcoop.web import writing

NARROW = "\u00a0"


@pytest.mark.parametrize(
    ("language", "figure", "share"),
    [
        ("en", "1,250,500", "37.5%"),
        ("fr", f"1{NARROW}250{NARROW}500", "37,5%"),
        ("es", f"1{NARROW}250{NARROW}500", "37,5%"),
        ("ru", f"1{NARROW}250{NARROW}500", "37,5%"),
        ("ar", "1,250,500", "37.5%"),
        ("zh-hans", "1,250,500", "37.5%"),
    ],
)
def test_figures_have_western_digits_and_the_marks_of_the_language(language, figure, share):
    with translation.override(language):
        assert writing.number(1_250_500) == figure
        assert writing.per_cent(37.5, 1) == share


def test_money_has_its_currency_before_it_and_a_real_minus():
    assert writing.money(-1200, "CHF") == f"CHF{NARROW}\u22121,200"
    assert writing.money(None) == ""


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "23 November 2026"), ("fr", "23 novembre 2026"), ("es", "23 de noviembre de 2026"),
        ("ru", "23 ноября 2026"), ("zh-hans", "2026年11月23日"), ("ar", "23 نوفمبر 2026"),
    ],
)  # fmt: skip
def test_days_are_written_out(language, written):
    with translation.override(language):
        assert writing.day(date(2026, 11, 23)) == written


def test_days_in_tables_are_short_and_moments_have_a_time():
    assert writing.short_day(date(2026, 11, 3)) == "3 Nov 2026"
    assert writing.moment(datetime(2026, 11, 3, 9, 5, tzinfo=UTC)) == "3 November 2026, 09:05"
    assert writing.short_day(None) == ""


@pytest.mark.parametrize(
    ("language", "written"),
    [("fr", "3 sept. 2026"), ("ar", "3 سبتمبر 2026"), ("es", "3 sep 2026"), ("zh-hans", "2026-09-03")],
)
def test_a_short_day_keeps_the_small_letters_of_its_language(language, written):
    with translation.override(language):
        assert writing.short_day(date(2026, 9, 3)) == written


@pytest.mark.parametrize(
    ("size", "written"), [(900, "900 B"), (2_480_000, "2.5 MB"), (48_000, "48 KB"), (None, "")]
)
def test_sizes_of_files_take_the_unit_that_suits(size, written):
    assert writing.file_size(size) == written.replace(" ", NARROW)


def test_the_unit_of_a_size_is_said_in_the_language():
    with translation.override("fr"):
        assert writing.file_size(2_480_000) == f"2,5{NARROW}Mo"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A court", "A court"),
        ("Courts\n\n  of appeal", "Courts of appeal"),
        ("Judges are few, and trained once", "Judges are few…"),
        ("法官很少而且只接受过一次培训法官很少而且", "法官很少而且只接受过一次培训法官很少…"),
        ("Rindfleischetikettierungsgesetz", "Rindfleischetikettie…"[:18] + "…"),
    ],
)
def test_a_line_opens_with_whole_words(text, line):
    assert writing.opening(text, 19) == line
