"""./tcp up as people type it, on a folder and a port of its own: begun, begun again, killed, ended."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager

from launch.place import ROOT
from launch.postgres import Cluster

PATIENCE_S = 240


def a_free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def hears_ctrl_c():
    """As before a keyboard; whoever runs the tests in the background may have it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Running:
    """What was started, and what it has said."""

    def __init__(self, folder, *words):
        self.port, self.said = a_free_port(), folder / f"said-{time.monotonic_ns()}"
        kept = ("PATH", "HOME", "LANG", "PGBIN", "TMPDIR")
        given = {name: os.environ[name] for name in kept if name in os.environ}
        command = [ROOT / "tcp", "up", "--data", folder / "data", "--port", str(self.port), "--workers", "1"]
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(
                [*command, *words],
                env=given,
                stdout=said,
                stderr=said,
                start_new_session=True,
                preexec_fn=hears_ctrl_c,
            )

    def wait_until_it_runs(self):
        until = time.monotonic() + PATIENCE_S
        while "Ctrl-C stops it." not in self.said.read_text():
            assert self.process.poll() is None, self.said.read_text()
            assert time.monotonic() < until, self.said.read_text()
            time.sleep(0.1)
        return self

    def page(self, address):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=60) as answer:
            return answer.read().decode()

    def end(self, number):
        self.process.send_signal(number)
        return self.process.wait(60)


@contextmanager
def running(folder, *words):
    """It runs, and ends at last however the test ends."""
    one = Running(folder, *words)
    try:
        yield one.wait_until_it_runs()
    finally:
        if one.process.poll() is None:
            one.end(signal.SIGINT)


def still_there(folder):
    """The processes that work in this folder, the database among them."""
    told = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    server = Cluster(folder / "data" / "postgres")
    named = [line for line in told.splitlines() if str(folder) in line or str(server.sockets) in line]
    return named + [str(number) for number in [server.process()] if number]


def it_begins_empty(folder):
    with running(folder, "--empty") as started:
        assert "@demo.techcoop.invalid" not in started.page("/accounts/login/")
        assert "open_first_account" in started.said.read_text()

        assert started.end(signal.SIGINT) in (0, 130)


def it_begins_again_without_preparing_and_is_killed(folder):
    with running(folder) as again:
        assert "Preparing" not in again.said.read_text()
        assert "@demo.techcoop.invalid" not in again.page("/accounts/login/")

        again.end(signal.SIGKILL)


def it_comes_back(folder):
    with running(folder) as back:
        assert "<h1" in back.page("/accounts/login/")
        assert f"techcoop runs at http://127.0.0.1:{back.port}" in back.said.read_text()


def test_it_is_begun_empty_begun_again_killed_and_comes_back(tmp_path):
    it_begins_empty(tmp_path)
    assert still_there(tmp_path) == []
    assert not Cluster(tmp_path / "data" / "postgres").sockets.exists()

    it_begins_again_without_preparing_and_is_killed(tmp_path)
    it_comes_back(tmp_path)

    assert still_there(tmp_path) == []
