"""The embedded PostgreSQL: made once, started by the first who needs it, stopped by the last who leaves."""

import fcntl
import hashlib
import locale
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from launch import binaries, ordinary
from launch.menu import Refusal
from launch.place import alone

OWNER = "techcoop"
PATIENCE_S = 40
# What a database of tests may forget when the machine stops.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_locks_per_transaction=256")
# Servers that this process has started: one that was killed is gone only when its end was heard.
STARTED: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True)
class Cluster:
    """One server with its files."""

    home: Path
    settings: tuple[str, ...] = ()

    @property
    def files(self) -> Path:
        return self.home / "cluster"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @cached_property
    def programs(self) -> tuple[Path, int]:
        made_by = self.files / "PG_VERSION"
        return binaries.find(int(made_by.read_text()) if made_by.exists() else None)

    @cached_property
    def sockets(self) -> Path:
        """The folder of the socket: its path must be short, and outside the server's files."""
        name = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        short = Path("/tmp") if os.access("/tmp", os.W_OK) else Path(tempfile.gettempdir())
        return short / f"techcoop-{os.geteuid()}-{name}"

    def address(self, database: str = OWNER) -> str:
        """What DATABASE_URL says."""
        return f"postgresql://{OWNER}@/{database}?host={self.sockets}"

    @contextmanager
    def running(self) -> Iterator["Cluster"]:
        """Have the server running; several may share it, and the last one stops it."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "users.lock").open("a") as users:
            with alone(self.home / "start.lock"):
                fcntl.flock(users, fcntl.LOCK_SH)
                if not self.is_ready():
                    self.start()
            try:
                yield self
            finally:
                with alone(self.home / "start.lock"):
                    if is_the_last(users):
                        self.stop()

    def call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's own programs, never as root."""
        command = [*ordinary.prefix(), str(self.programs[0] / program), *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)

    def is_ready(self) -> bool:
        """Whether the server answers."""
        if not self.sockets.exists() or not self.files.exists():
            return False
        return self.call("pg_isready", "-q", "-h", str(self.sockets)).returncode == 0

    def start(self) -> None:
        """Start the server; after a crash it may take some attempts until the remains of the old are gone."""
        self.make()
        if self.process() and not (self.sockets / ".s.PGSQL.5432").exists():
            self.stop()  # somebody has tidied the folder of its socket away; nobody reaches it any more
        self.open_sockets()
        ordinary.give(self.files)
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            self.process()
            server = self.launch()
            while server.poll() is None and time.monotonic() < until:
                if self.is_ready():
                    return
                time.sleep(0.05)
            time.sleep(0.5)
        raise Refusal(f"PostgreSQL did not start; the end of {self.log}:\n{self.log.read_text()[-2000:]}")

    def launch(self) -> subprocess.Popen[bytes]:
        """The server's process, in a session of its own: Ctrl-C is for us, we then stop it in order."""
        settings = ("listen_addresses=", f"unix_socket_directories={self.sockets}", *self.settings)
        arguments = [word for setting in settings for word in ("-c", setting)]
        program = [*ordinary.prefix(), str(self.programs[0] / "postgres"), "-D", str(self.files)]
        with self.log.open("wb") as log:
            server = subprocess.Popen(
                [*program, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                start_new_session=True,
            )  # fmt: skip
        STARTED.append(server)
        return server

    def process(self) -> int | None:
        """The number of the server's process, while there is one."""
        STARTED[:] = [server for server in STARTED if server.poll() is None]
        with suppress(OSError, ValueError, IndexError):
            number = int((self.files / "postmaster.pid").read_text().split()[0])
            os.kill(number, 0)
            return number
        return None

    def make(self) -> None:
        """Make the files of an empty server; complete or not at all."""
        if self.files.exists():
            return
        unfinished = self.home / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        ordinary.give(unfinished)
        made = self.call(
            "initdb", "-D", str(unfinished), "-U", OWNER, "--encoding=UTF8", *self.locale(),
            "--auth-local=trust", "--auth-host=reject", *(["--no-sync"] if self.settings else []),
        )  # fmt: skip
        if made.returncode:
            raise Refusal(
                f"PostgreSQL could not make its files in {self.home}:\n{made.stderr or made.stdout}"
            )
        unfinished.rename(self.files)

    def locale(self) -> tuple[str, ...]:
        """A locale that sorts the same on every machine and knows the letters of all scripts."""
        if self.programs[1] >= 17:
            builtin = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8")
            return ("--locale=C", f"--lc-ctype={letters()}", *builtin)
        return ("--locale=C.UTF-8",)

    def open_sockets(self) -> None:
        """The folder through which only its owner reaches the server."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        held_by = self.sockets.stat().st_uid
        if held_by not in (os.geteuid(), ordinary.NOBODY) or self.sockets.is_symlink():
            raise Refusal(f"{self.sockets} belongs to somebody else; remove it.")
        ordinary.give(self.sockets)
        self.sockets.chmod(0o700)

    def stop(self) -> None:
        """Stop the server in order; what it was doing is rolled back."""
        for how in (signal.SIGINT, signal.SIGQUIT):
            if number := self.process():
                os.kill(number, how)
            until = time.monotonic() + PATIENCE_S / 2
            while self.process() and time.monotonic() < until:
                time.sleep(0.02)
        with suppress(OSError):  # not empty: the server is still there
            self.sockets.rmdir()

    def have(self, database: str) -> str:
        """The address of a database of this name, made when it is not there."""
        made = self.call("createdb", "-h", str(self.sockets), "-U", OWNER, database)
        if made.returncode and "already exists" not in made.stderr:
            raise Refusal(f"The database “{database}” could not be made: {made.stderr}")
        return self.address(database)


def letters() -> str:
    """What takes texts apart into words: “C” alone takes ’ and every other sign beyond ASCII for a letter."""
    for name in ("C.UTF-8", "en_US.UTF-8"):
        with suppress(locale.Error):
            return locale.setlocale(locale.LC_CTYPE, name)
    return "C"


def is_the_last(users: IO[str]) -> bool:
    """Whether nobody else holds the lock that everybody shares who uses the server."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
