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
