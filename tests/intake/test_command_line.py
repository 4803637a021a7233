"""On the command line an import is shown first, and applied once --yes stands there."""

import pytest
from django.core.management import CommandError, call_command

from techcoop.ledger.models import ExchangeRate
from tests.intake.makers import RATES

pytestmark = pytest.mark.django_db


@pytest.fixture
def rates(tmp_path, settings):
    settings.DATA = tmp_path
    path = tmp_path / "rates.csv"
    path.write_text(RATES)
    return path


def test_without_yes_everything_is_shown_and_nothing_is_written(rates, capsys):
    call_command("import_records", "rates", rates)

    told = capsys.readouterr().out
    assert "2 new, 0 changed, 0 already there, 1 refused" in told
    assert "row 4, refused: Rate: “nothing” is no rate above zero." in told
    assert "Nothing was written." in told
    assert not ExchangeRate.objects.exists()


def test_with_yes_it_is_applied_and_a_second_time_changes_nothing(rates, capsys):
    call_command("import_records", "rates", rates, "--yes", "--source", "Treasury")
    call_command("import_records", "rates", rates, "--yes", "--source", "Treasury")

    assert "Nothing was written: 0 new, 0 changed, 2 already there, 1 refused" in capsys.readouterr().out
    assert set(ExchangeRate.objects.values_list("source", flat=True)) == {"Treasury"}


def test_a_file_of_which_every_row_is_refused_is_a_failure_and_shows_both_values(rates, tmp_path, capsys):
    stands, differs = tmp_path / "stands.csv", tmp_path / "differs.csv"
    stands.write_text("Currency,Rate,Effective date\nEUR,0.92,2026-02-01\n")
    differs.write_text("Currency,Rate,Effective date\nEUR,0.93,2026-02-01\n")
    call_command("import_records", "rates", stands, "--yes")

    with pytest.raises(CommandError, match=r"1 file was not taken in\.") as refusal:
        call_command("import_records", "rates", differs, "--yes")

    assert refusal.value.returncode == 1
    told = capsys.readouterr().out
    assert "In force for that day is 0.92, the file says 0.93" in told
    assert "(Currency: EUR; Rate: 0.93; Effective date: 2026-02-01)" in told


def test_of_many_rows_the_first_are_shown_and_where_the_others_are(rates, tmp_path, capsys):
    many = tmp_path / "many.csv"
    bad = "".join(f"EUR,nothing,2026-01-{day:02}\n" for day in range(1, 31))
    good = "".join(f"CHF,0.9,2026-01-{day:02}\n" for day in range(1, 31))
    many.write_text("Currency,Rate,Effective date\n" + good + bad)

    call_command("import_records", "rates", many)

    lines = capsys.readouterr().out.splitlines()
    assert lines[1].strip() == "30 new, 0 changed, 0 already there, 30 refused"
    assert lines[2].strip().startswith("row 32, refused: ")
    assert "… and 20 more, in " in lines[12]
    assert lines[-2].strip() == "… and 20 more"
    assert len(lines) == 25


def test_an_unreadable_file_is_told_and_the_others_go_on(rates, tmp_path, capsys):
    spoiled = tmp_path / "spoiled.csv"
    spoiled.write_bytes(b"%PDF-1.7")

    with pytest.raises(CommandError) as refusal:
        call_command("import_records", "rates", spoiled, rates, "--yes")

    assert refusal.value.returncode == 1
    assert "This is a PDF, not a list." in capsys.readouterr().err
    assert ExchangeRate.objects.count() == 2


def test_a_missing_file_is_a_wrong_usage(tmp_path):
    with pytest.raises(CommandError) as refusal:
        call_command("import_records", "rates", tmp_path / "nothing.csv")

    assert refusal.value.returncode == 2
