"""./tcp up: the whole system, on this machine."""

import argparse
import fcntl
import http.client
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

from launch import environment
from launch.database import database, still_runs
from launch.menu import Refusal
from launch.place import PYTHON, VENV, Place, is_demonstration
from launch.preparing import prepare
from launch.processes import Processes

PATIENCE_S = 60
DEFAULT_PORT = 8000


def up(place: Place, arguments: list[str]) -> int:
    """Start everything, say where it is, and stop it when asked."""
    options = read(arguments)
    address = f"http://{options.host}:{options.port}"
    with the_only_one(place, address) as running_at:
        if running_at:
            print(f"techcoop already runs with this data at {running_at}")
            return 0
        refuse_a_taken_port(options)
        environment.install()
        with database(place) as url:
            sign_ins = prepare(place, url, seed=wants_demonstration(place, options))
            with Processes(place.environment(url)) as processes:
                serve(processes, options)
                wait_for_an_answer(processes, options)
                processes.start("worker", str(PYTHON), "-m", "launch.inside.worker")
                print(greeting(address, sign_ins), flush=True)
                print(processes.watch(lambda: still_runs(place)))
    return 1


def read(arguments: list[str]) -> argparse.Namespace:
    """The options of ./tcp up."""
    parser = argparse.ArgumentParser(prog="./tcp up")
    parser.add_argument("--port", type=port, default=DEFAULT_PORT, help=f"default: {DEFAULT_PORT}")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=at_least_one, default=2, help="processes that answer")
    parser.add_argument("--empty", action="store_true", help="no demonstration; kept for this data folder")
    return parser.parse_args(arguments)


def port(text: str) -> int:
    """The number of a port, as it was typed."""
    if not (text.isdecimal() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"“{text}” is no port; a port is a number from 1 to 65535.")
    return int(text)


def at_least_one(text: str) -> int:
    """How many there are to be, as it was typed."""
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on.")
    return int(text)


@contextmanager
def the_only_one(place: Place, address: str) -> Iterator[str]:
    """Hold the place alone; or give the address at which another holds it."""
    with (place.folder("") / "up.lock").open("a+") as file:
        file.seek(0)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield file.read() or "an address that it is about to say"
            return
        file.truncate(0)
        file.write(address)
        file.flush()
        yield ""


def refuse_a_taken_port(options: argparse.Namespace) -> None:
    """Say at once that another programme listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((options.host, options.port))
        except socket.gaierror as error:
            raise Refusal(f"This machine knows no address “{options.host}” ({error.strerror}).") from error
        except OSError as error:
            raise Refusal(
                f"Port {options.port} is not free ({error.strerror}); choose another with --port."
            ) from error


def wants_demonstration(place: Place, options: argparse.Namespace) -> bool:
    """A place that was once begun empty stays without a demonstration."""
    begun_empty = place.data / "begun-empty"
    if options.empty:
        begun_empty.touch()
    return is_demonstration() and not begun_empty.exists()


def serve(processes: Processes, options: argparse.Namespace) -> None:
    """The server of the pages; few threads, so that connections stay few."""
    processes.start(
        "server", str(VENV / "bin" / "granian"), "--interface", "wsgi", "config.wsgi:application",
        "--host", options.host, "--port", str(options.port), "--workers", str(options.workers),
        "--blocking-threads", "4", "--no-ws", "--log-level", "warning", "--workers-kill-timeout", "5",
        "--respawn-failed-workers",
    )  # fmt: skip


def wait_for_an_answer(processes: Processes, options: argparse.Namespace) -> None:
    """Wait until the first page is answered."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and all(one.poll() is None for one in processes.running.values()):
        connection = http.client.HTTPConnection(options.host, options.port, timeout=10)
        try:
            connection.request("GET", "/accounts/login/")
            connection.getresponse()
            return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise Refusal("The system did not start; what it said stands above.")


def greeting(address: str, sign_ins: list[list[str]]) -> str:
    """Where it is, and who may look at it."""
    lines = [f"\ntechcoop runs at {address}"]
    if sign_ins and is_demonstration():
        width = max(len(email) for email, _name in sign_ins)
        password = os.environ.get("TECHCOOP_DEMONSTRATION_PASSWORD", "demonstration")
        lines += ["", f"Sign in with the password “{password}” as"]
        lines += [f"  {email:<{width}}  {name}" for email, name in sign_ins]
    else:
        lines += ["", "As long as nobody has an account: ./tcp manage open_first_account E-MAIL NAME"]
    return "\n".join([*lines, "", "Ctrl-C stops it."])
