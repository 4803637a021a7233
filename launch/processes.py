"""The processes of a running system: started together, watched, stopped together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

PATIENCE_S = 15
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


class Processes:
    """Children that live as long as we do."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # we are stopping already
        self.stop()

    def start(self, name: str, *command: str) -> None:
        """Start one child, in a session of its own, so that Ctrl-C reaches it through us and in order."""
        self.running[name] = subprocess.Popen(
            command, env=self.environment, start_new_session=True, preexec_fn=end_with_the_parent
        )

    def watch(self, database_runs: Callable[[], bool]) -> str:
        """Wait until one of them ends, or the database, and name it."""
        while database_runs():
            for name, child in self.running.items():
                if child.poll() is not None:
                    return f"The {name} ended with code {child.returncode}."
            time.sleep(0.2)
        return "The database ended."

    def stop(self) -> None:
        """Ask all to end; make those end who do not."""
        for child in self.running.values():
            signal_group(child, signal.SIGTERM)
        until = time.monotonic() + PATIENCE_S
        for child in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0.1, until - time.monotonic()))
            signal_group(child, signal.SIGKILL)
            child.wait()


def signal_group(child: subprocess.Popen[bytes], number: int) -> None:
    """Signal the child; when it must end, also whatever it has started."""
    with suppress(ProcessLookupError):
        if number == signal.SIGKILL:
            os.killpg(child.pid, number)
        elif child.poll() is None:
            child.send_signal(number)


def end_with_the_parent() -> None:
    """If we are killed, Linux asks the children to end."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
