"""A part of the running system that ends is started again; one that ends again and again ends the whole."""

import signal
import sys
import time

import pytest

from launch import processes
from launch.processes import Processes

LIVES = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); "


class Database:
    """A database that runs until something has come about, or patience is at its end."""

    def __init__(self, until):
        self.until, self.end = until, time.monotonic() + 30

    def __call__(self):
        assert time.monotonic() < self.end, "It did not come about."
        return not self.until()


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch):
    """As if we were the whole: it stops listening to signals when it stops, and the tests go on listening."""
    monkeypatch.setattr(processes, "PAUSE_S", 0.01)
    heard = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, answer in heard.items():
        signal.signal(number, answer)


def lives(file):
    return file.read_text().split() if file.exists() else []


def test_one_that_ends_once_is_started_again_and_the_others_stay(tmp_path, capfd):
    worker, server = tmp_path / "worker", tmp_path / "server"
    first_ends = "time.sleep(60) if len(open(sys.argv[1]).readlines()) > 1 else os.abort()"

    with Processes({}) as children:
        children.start("worker", sys.executable, "-c", LIVES.replace("; ", "\n") + first_ends, str(worker))
        children.start("server", sys.executable, "-c", LIVES + "time.sleep(60)", str(server))
        said = children.watch(Database(until=lambda: len(lives(worker)) == 2 and lives(server)))

        assert said == "The database ended."
        assert children.running["worker"].poll() is None

    assert len(lives(server)) == 1
    assert "The worker ended with code -6; it is started again." in capfd.readouterr().out


def test_one_that_ends_at_once_again_and_again_ends_the_whole(tmp_path):
    worker = tmp_path / "worker"

    with Processes({}) as children:
        children.start("worker", sys.executable, "-c", LIVES + "sys.exit(3)", str(worker))
        said = children.watch(Database(until=lambda: False))

    assert said == "The worker ended again and again, at last with code 3."
    assert len(lives(worker)) == processes.MOST_ENDINGS


def test_one_that_ends_now_and_then_is_always_started_again(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "WITHIN_S", 0.0)
    worker = tmp_path / "worker"

    with Processes({}) as children:
        children.start("worker", sys.executable, "-c", LIVES + "sys.exit(3)", str(worker))
        said = children.watch(Database(until=lambda: len(lives(worker)) > processes.MOST_ENDINGS + 1))

    assert said == "The database ended."
