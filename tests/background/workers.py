"""Workers as processes of their own, and what makes them wait in the middle of their work."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from django.db import connection, connections

from launch.place import ROOT

PATIENCE_S = 90


@contextmanager
def a_worker(data):
    """The worker of ./tcp up, on the database of this test."""
    here = connection.settings_dict["NAME"]
    address = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{here}"))
    given = {**os.environ, "DATABASE_URL": address, "TECHCOOP_DATA": str(data), "PYTHONPATH": str(ROOT)}
    worker = subprocess.Popen([sys.executable, "-m", "launch.inside.worker"], env=given)
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


@contextmanager
def the_way_barred(table):
    """Whoever comes to this table waits until the bar is lifted."""
    beside = connections.create_connection("default")
    try:
        beside.set_autocommit(False)
        with beside.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        yield
    finally:
        beside.rollback()
        beside.close()


def wait_until(true):
    """Until it is so, or too long."""
    until = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def somebody_waits_for(table):
    """Whether a worker stands before the bar."""
    return _answer(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = %s::regclass)", table
    )


def nobody_works():
    """Whether what a killed worker had begun is rolled back."""
    return not _answer(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
    )


def half_a_minute_passes():
    """The time after which a worker that gives no sign counts as dead."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'")


def _answer(question, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]
