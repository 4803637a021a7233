"""Operational rates are added and never rewritten or backdated; averages may be revised."""

import pytest
from django.db import ProgrammingError, transaction

from techcoop.ledger.models import ExchangeRate
from tests.intake.makers import an_applied_import

pytestmark = pytest.mark.django_db
HEAD = "Currency,Rate,Effective date\n"
AVERAGES = "Date,Rate,Currency,Frequency\n2024-12-31,{},EUR,A\n"


def reasons(applied):
    return [line.told() for line in applied.lines.filter(verdict="refuse")]


def test_a_rate_is_never_backdated():
    an_applied_import(HEAD + "EUR,0.92,2026-02-01\n")

    applied = an_applied_import(HEAD + "EUR,0.93,2026-01-01\nEUR,0.94,2026-03-01\n")

    assert applied.to_create == 1
    assert reasons(applied)[0].startswith("Effective date: A rate of 2026-02-01 is already in force")


def test_a_rate_is_never_rewritten():
    an_applied_import(HEAD + "EUR,0.92,2026-02-01\n")

    applied = an_applied_import(HEAD + "EUR,0.93,2026-02-01\n")

    assert reasons(applied) == [
        "Rate: In force for that day is 0.92, the file says 0.93; a rate in force is never rewritten."
    ]


def test_a_rate_in_force_is_not_rewritten_by_bare_sql_either():
    an_applied_import(HEAD + "EUR,0.92,2026-02-01\n")
    rates = ExchangeRate.objects.all()

    for attempt in (
        lambda: rates.update(units_per_dollar=1),
        lambda: rates.update(kind="annual_average"),
        lambda: rates._raw_delete("default"),
    ):
        with (
            pytest.raises(ProgrammingError, match="a rate in force is never rewritten"),
            transaction.atomic(),
        ):
            attempt()


def test_an_average_may_be_revised():
    an_applied_import(AVERAGES.format("0.92"))

    applied = an_applied_import(AVERAGES.format("0.95"))

    assert applied.to_change == 1
    assert ExchangeRate.objects.get().units_per_dollar.normalize().as_tuple().digits == (9, 5)


def test_as_many_rows_as_a_year_of_lists_refused_keep_what_the_file_said(django_assert_max_num_queries):
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    an_applied_import(HEAD + "".join(f"EUR,0.92,{day}\n" for day in days))
    other = HEAD + "".join(f"EUR,0.93,{day}\n" for day in days)

    with django_assert_max_num_queries(80):
        applied = an_applied_import(other)

    assert applied.to_refuse == len(days)
    assert {line.cells["rate"] for line in applied.lines.all()} == {"0.93"}


@pytest.mark.parametrize(
    "row", ["EURO,0.92,2026-01-01", "EUR,-1,2026-01-01", "EUR,0.9,01/02/2026", "EUR,NaN,2026-01-01"]
)
def test_what_cannot_be_read_is_refused_not_guessed(row):
    applied = an_applied_import(HEAD + row + "\n")

    assert (applied.to_create, applied.to_refuse) == (0, 1)


def test_one_dollar_is_one_dollar_whatever_an_old_currency_was_worth():
    head = "Date,Rate,Currency,Frequency\n"

    applied = an_applied_import(head + "1999-12-31,11786.8,USD,A\n1999-12-31,1,USD,A\n")

    assert [rate.units_per_dollar for rate in ExchangeRate.objects.all()] == [1]
    assert "so that of USD is 1; “11786.8” is the rate of another currency" in reasons(applied)[0]


def test_of_rows_that_say_different_rates_for_one_day_none_is_taken_whatever_their_order():
    rows = ["2021-12-31,0.84537,EUR,A\n", "2021-12-31,0.84549,EUR,A\n", "2021-12-31,0.84537,EUR,A\n"]
    for order in (rows, rows[::-1]):
        applied = an_applied_import("Date,Rate,Currency,Frequency\n" + "".join(order))

        assert reasons(applied) == [
            "Rows 2, 3, 4 of this file say different figures for the same thing; none is taken."
        ] * len(rows)

    assert not ExchangeRate.objects.exists()


def test_rates_equal_to_ten_digits_are_one_rate():
    said = ["615.6991319633333", "615.6991319633512"]
    rows = [f"1999-12-31,{rate},XOF,A\n" for rate in said]

    applied = an_applied_import("Date,Rate,Currency,Frequency\n" + "".join(rows))
    again = an_applied_import("Date,Rate,Currency,Frequency\n" + rows[1])

    assert (applied.to_create, applied.to_skip, applied.to_refuse) == (1, 1, 0)
    assert applied.lines.get(verdict="skip").told() == "It says the same as row 2 of this file."
    assert (again.to_skip, again.to_change) == (1, 0)
