"""A worker that is killed half-way leaves the database as before; two workers never take the same file."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection

from techcoop.intake import actions
from techcoop.intake.queries import work_on
from techcoop.ledger.models import ExchangeRate
from tests.intake.makers import a_confirmed_import
from tests.people.makers import NOON, a_coordinator

pytestmark = pytest.mark.django_db(transaction=True)


class Pause:
    """A worker that waits in the middle of its work."""

    def __init__(self):
        self.reached, self.go_on, self.process = Event(), Event(), 0

    def __call__(self, share):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.process = cursor.fetchone()[0]
        self.reached.set()
        self.go_on.wait(20)


def work(confirmed, pause):
    try:
        return actions.apply(confirmed, by=a_coordinator(), at=NOON, progress=pause)
    finally:
        connection.close()


def test_a_second_worker_is_turned_away_and_the_first_goes_on():
    confirmed, pause = a_confirmed_import(), Pause()

    with ThreadPoolExecutor() as pool:
        first = pool.submit(work, confirmed, pause)
        assert pause.reached.wait(20)
        with pytest.raises(PermissionDenied):
            actions.apply(confirmed, by=a_coordinator(), at=NOON)
        pause.go_on.set()

        assert first.result(20).status == "applied"
    assert ExchangeRate.objects.count() == 2


def test_a_killed_worker_leaves_everything_as_before_and_the_work_can_be_done_again():
    confirmed, pause = a_confirmed_import(), Pause()

    with ThreadPoolExecutor() as pool:
        killed = pool.submit(work, confirmed, pause)
        assert pause.reached.wait(20)
        assert work_on(confirmed).is_going_on
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pause.process])
        pause.go_on.set()
        with pytest.raises(OperationalError):
            killed.result(20)

    assert work_on(confirmed).was_interrupted
    assert not ExchangeRate.objects.exists()
    assert actions.apply(confirmed, by=a_coordinator(), at=NOON).to_create == 2
