"""Expenses of the Secretariat are taken in line by line; the kinds of year stay as they are found."""

from decimal import Decimal

import pytest

from techcoop.ledger.models import SecretariatExpense
from tests.intake.makers import a_previewed_import, an_applied_import
from tests.ledger.makers import HEAD, REPORT
from tests.shared_data import real_files

pytestmark = pytest.mark.django_db


def test_lines_that_are_alike_but_for_the_amount_are_two_and_the_same_line_twice_is_one():
    applied = an_applied_import(REPORT, kind="expenses")

    assert applied.counts == {"create": 4, "change": 0, "skip": 1, "refuse": 2}
    lines = SecretariatExpense.objects.filter(fund="Fund for Lighthouses").order_by("line")
    assert [(one.line, one.amount) for one in lines] == [(1, Decimal(70)), (2, Decimal(-7))]
    assert SecretariatExpense.objects.get(reference="A/2").financial_year == "2020/21"


def test_what_is_wrong_is_said_with_its_column():
    previewed = a_previewed_import(REPORT, kind="expenses")

    told = [line.told() for line in previewed.lines.filter(verdict="refuse")]
    assert told == [
        "FINANCIAL_YEAR: The financial year “2020/21” does not end in the year 2022.",
        "AMOUNT: “5,5” is no amount of money; write it as 1234.56. SOURCE_TYPE: “Gifts” is no source of "
        "funds: regular assessed, other assessed, or voluntary.",
    ]


def test_a_second_time_changes_nothing_and_a_correction_changes_its_line():
    an_applied_import(REPORT, kind="expenses")

    again = an_applied_import(REPORT, kind="expenses")
    corrected = an_applied_import(
        f"{HEAD}OHCHR,24,Human rights,2021,2021,999,Regular assessed,A/1,\n", kind="expenses"
    )

    assert (again.to_create, again.to_change, again.to_skip) == (0, 0, 5)
    assert corrected.counts == {"create": 0, "change": 1, "skip": 0, "refuse": 0}
    assert SecretariatExpense.objects.get(reference="A/1").amount == 999


def test_the_real_report_is_taken_in_whole():
    (path,) = real_files("finance/secretariat-expenses-ohchr.csv")

    applied = an_applied_import(path.read_bytes(), kind="expenses", name=path.name)

    assert applied.counts == {"create": 69, "change": 0, "skip": 0, "refuse": 0}
    assert an_applied_import(path.read_bytes(), kind="expenses").to_skip == 69
