"""Work on a file that is ordered twice is done once; who lost the right in between learns why it stopped."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from techcoop.intake import actions, tasks
from techcoop.intake.models import Import
from techcoop.journal.queries import history
from techcoop.ledger.models import ExchangeRate
from techcoop.people.models import Assignment
from techcoop.people.queries import the_machine
from techcoop.sheets.errors import Reason
from tests.intake.makers import a_confirmed_import, a_previewed_import, an_uploaded_import
from tests.people.makers import NOON, a_coordinator, a_stranger

pytestmark = pytest.mark.django_db


def orders():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name LIKE 'techcoop.intake.%'")
        return cursor.fetchone()[0]


def a_failed_import():
    return actions.fail(an_uploaded_import(), by=a_coordinator(), at=NOON, reason=Reason("Torn."))


def test_started_again_twice_it_is_ordered_once():
    failed = a_failed_import()

    for _time in range(2):
        actions.start_again(failed, by=a_coordinator(), at=NOON)

    assert orders() == 1
    assert [entry.act for entry in history(failed)] == ["upload", "fail", "start again"]


@pytest.mark.parametrize(
    ("task", "maker"), [(tasks.preview, an_uploaded_import), (tasks.apply, a_confirmed_import)]
)
def test_whoever_lost_the_right_meanwhile_leaves_a_file_that_says_why(task, maker):
    ordered, by = maker(), a_coordinator()
    Assignment.objects.filter(user=by).delete()

    task(ordered.pk, by.pk)

    failed = Import.objects.get(pk=ordered.pk)
    assert (failed.status, Reason.from_json(failed.error)) == ("failed", Reason(tasks.NO_LONGER))
    assert history(failed).last().by == the_machine()
    assert not ExchangeRate.objects.exists()


def test_work_that_is_done_a_second_time_does_not_hide_the_reason():
    broken, by = an_uploaded_import(b"PK\x03\x04 torn", name="rates.xlsx"), a_coordinator()

    tasks.preview(broken.pk, by.pk)
    first = Import.objects.get(pk=broken.pk).error
    tasks.preview(broken.pk, by.pk)

    assert first["row"] == 0
    assert Import.objects.get(pk=broken.pk).error == first


def test_a_worker_that_is_turned_away_says_nothing_of_its_own(monkeypatch):
    confirmed = a_confirmed_import()
    monkeypatch.setattr("techcoop.background.Piece.take", lambda self: False)

    tasks.apply(confirmed.pk, a_coordinator().pk)

    assert Import.objects.get(pk=confirmed.pk).status == "confirmed"


def test_nobody_else_says_why_a_file_was_not_taken_in():
    with pytest.raises(PermissionDenied):
        actions.fail(a_previewed_import(), by=a_stranger(), at=NOON, reason=Reason("So."))
