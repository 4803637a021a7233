"""A worker that is killed in the middle leaves everything as before; the page offers to start again."""

import pytest

from techcoop.evaluation.models import Review
from techcoop.intake import actions
from techcoop.intake.models import Import
from techcoop.ledger.models import ExchangeRate
from techcoop.web.links import page_of
from tests.background.workers import (
    a_worker,
    half_a_minute_passes,
    nobody_works,
    somebody_waits_for,
    the_way_barred,
    wait_until,
)
from tests.evaluation.makers import a_review
from tests.intake.makers import a_previewed_import
from tests.people.makers import NOON, a_coordinator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def data(tmp_path, settings):
    """A folder of data that the test shares with its workers."""
    files = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": files}
    return tmp_path


def killed_in_the_middle(data, table):
    """A worker takes the order, comes as far as this table, and is killed there."""
    with the_way_barred(table), a_worker(data) as worker:
        wait_until(lambda: somebody_waits_for(table))
        worker.kill()
        worker.wait()
    wait_until(nobody_works)
    half_a_minute_passes()


def started_again_and_done(client, thing, data, done):
    """The page says what happened, offers to start again, and the next worker does it."""
    client.force_login(a_coordinator())
    page = client.get(page_of(thing)).text
    assert "The work was interrupted." in page

    client.post(f"{page_of(thing)}{'start-again' if 'start-again' in page else 'start_again'}/")

    with a_worker(data):
        wait_until(lambda: type(thing).objects.get(pk=thing.pk).status == done)


def test_killed_in_the_middle_of_an_import(client, data):
    ordered = actions.confirm(a_previewed_import(), by=a_coordinator(), at=NOON)

    killed_in_the_middle(data, ExchangeRate._meta.db_table)

    assert Import.objects.get().status == "confirmed"
    assert not ExchangeRate.objects.exists()
    started_again_and_done(client, ordered, data, done="applied")
    assert ExchangeRate.objects.count() == 2


def test_killed_in_the_middle_of_a_review(client, data):
    ordered = a_review()

    killed_in_the_middle(data, "delivery_activity")

    before = Review.objects.get()
    assert (before.status, before.content) == (ordered.status, ordered.content)
    started_again_and_done(client, ordered, data, done="composed")
