"""A file is compared first, then written all or nothing; a second time it changes nothing."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from techcoop.intake import actions
from techcoop.journal.queries import history
from techcoop.ledger.models import ExchangeRate
from techcoop.lifecycle import MoveNotAllowed
from techcoop.sheets.errors import Unreadable
from tests.atlas.makers import a_state
from tests.intake.makers import (
    RATES,
    a_confirmed_import,
    a_previewed_import,
    an_applied_import,
    an_upload,
    an_uploaded_import,
)
from tests.people.makers import NOON, a_coordinator, a_desk_officer, a_person, a_stranger, a_trustee

pytestmark = pytest.mark.django_db


def test_a_preview_says_what_would_happen_and_writes_nothing():
    previewed = a_previewed_import()

    assert previewed.counts == {"create": 2, "change": 0, "skip": 0, "refuse": 1}
    refused = previewed.lines.get(verdict="refuse")
    assert (refused.row, refused.cells["currency"]) == (4, "CHF")
    assert str(refused.read_reasons[0]) == "“nothing” is no rate above zero."
    assert not ExchangeRate.objects.exists()


def test_what_was_confirmed_is_written_with_its_source():
    applied = an_applied_import()

    euro = ExchangeRate.objects.get(currency="EUR")
    assert (euro.units_per_dollar, euro.source) == (Decimal("0.92"), "Treasury")
    assert [entry.act for entry in history(applied)] == ["upload", "preview", "confirm", "apply"]


def test_a_second_time_changes_nothing():
    an_applied_import()

    again = an_applied_import()

    assert again.counts == {"create": 0, "change": 0, "skip": 2, "refuse": 1}
    assert ExchangeRate.objects.count() == 2


def test_what_changed_since_the_preview_is_compared_anew():
    confirmed = a_confirmed_import()
    an_applied_import()

    applied = actions.apply(confirmed, by=a_coordinator(), at=NOON)

    assert applied.counts["create"] == 0
    assert ExchangeRate.objects.count() == 2


def test_nothing_is_applied_before_it_was_confirmed():
    with pytest.raises(MoveNotAllowed):
        actions.apply(a_previewed_import(), by=a_coordinator(), at=NOON)


def test_a_failure_half_way_leaves_everything_as_before(monkeypatch):
    confirmed = a_confirmed_import()
    monkeypatch.setattr("techcoop.intake.actions.working.record", _breaks)

    with pytest.raises(RuntimeError, match="cut"):
        actions.apply(confirmed, by=a_coordinator(), at=NOON)

    confirmed.refresh_from_db()
    assert confirmed.status == "confirmed"
    assert not ExchangeRate.objects.exists()


def _breaks(*args, **kwargs):
    raise RuntimeError("cut")


def test_an_unreadable_file_leaves_nothing_behind():
    uploaded = an_uploaded_import('Currency,Rate,Effective date\nEUR,"0.92,2026-01-01\n')

    with pytest.raises(Unreadable, match="quotation mark"):
        actions.preview(uploaded, by=a_coordinator(), at=NOON)

    assert not uploaded.lines.exists()


def test_a_double_click_makes_one_import():
    handed_in = an_upload()

    first = actions.upload(handed_in, by=a_coordinator(), at=NOON)
    second = actions.upload(handed_in, by=a_coordinator(), at=NOON)

    assert first == second


def test_the_same_bytes_are_kept_once_and_the_name_leads_nowhere():
    first = an_uploaded_import(name="../../etc/rates\u202e.csv")
    second = an_uploaded_import(RATES)

    assert first.stored_as == second.stored_as
    assert first.file_name == "rates.csv"


@pytest.mark.parametrize(
    "someone",
    [
        a_stranger,
        a_trustee,
        a_desk_officer,
        lambda: a_person("Cleo", role="coordinator", covering=(a_state(),)),
    ],
)
def test_nobody_else_takes_records_in(someone):
    with pytest.raises(PermissionDenied):
        actions.upload(an_upload(), by=someone(), at=NOON)
