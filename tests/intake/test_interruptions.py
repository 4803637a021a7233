"""A worker that is killed half-way leaves the database as before; two workers never take the same file."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import product
from string import ascii_uppercase
from threading import Event

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection

from techcoop.documents.models import Source
from techcoop.intake import actions
from techcoop.intake.queries import work_on
from techcoop.journal.queries import history
from techcoop.ledger.models import ExchangeRate
from tests.intake.makers import a_confirmed_import
from tests.people.makers import NOON, a_coordinator

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 300_000


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


class HalfWay(Pause):
    """A worker that waits when half of the file is read."""

    def __call__(self, share):
        if share >= 0.5 and not self.reached.is_set():
            super().__call__(share)


def rates_of_many_days():
    """A list of 300,000 rates."""
    codes = ["".join(letters) for letters in product(ascii_uppercase, repeat=3)]
    first = date(2026, 1, 1)
    rows = ((codes[at % 10_000], first + timedelta(days=at // 10_000)) for at in range(MANY))
    return "Currency,Rate,Effective date\n" + "".join(f"{code},1.5,{day}\n" for code, day in rows)


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


def test_three_hundred_thousand_rows_that_are_cut_off_at_half_leave_the_database_as_before():
    confirmed, half_way = a_confirmed_import(rates_of_many_days()), HalfWay()
    assert confirmed.to_create == MANY

    with ThreadPoolExecutor() as pool:
        killed = pool.submit(work, confirmed, half_way)
        assert half_way.reached.wait(60)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [half_way.process])
        half_way.go_on.set()
        with pytest.raises(psycopg.OperationalError):
            killed.result(20)

    confirmed.refresh_from_db()
    assert (confirmed.status, confirmed.applied_at) == ("confirmed", None)
    assert not ExchangeRate.objects.exists()
    assert not Source.objects.filter(title="Treasury").exists()
    assert [entry.act for entry in history(confirmed)][-1] == "confirm"
