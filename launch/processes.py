"""The processes of a running system: started together, watched, stopped together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

PATIENCE_S = 15
PAUSE_S = 1.0
# One that ends so often within this time does not come to work.
MOST_ENDINGS, WITHIN_S = 5, 120.0
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


class Processes:
    """Children that live as long as we do."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.commands: dict[str, tuple[str, ...]] = {}
        self.endings: dict[str, deque[float]] = {}

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # we are stopping already
        self.stop()

    def start(self, name: str, *command: str) -> None:
        """Start one child, in a session of its own, so that Ctrl-C reaches it through us and in order."""
        self.commands[name] = command
        self.running[name] = subprocess.Popen(
            command, env=self.environment, start_new_session=True, preexec_fn=end_with_the_parent
        )

    def watch(self, database_runs: Callable[[], bool]) -> str:
        """Start again what ends, until the database ends or one of them ends again and again; say which."""
        while database_runs():
            for name, child in list(self.running.items()):
                if child.poll() is None:
                    continue
                if self._ends_again_and_again(name):
                    return f"The {name} ended again and again, at last with code {child.returncode}."
                print(f"The {name} ended with code {child.returncode}; it is started again.", flush=True)
                self._start_again(name)
            time.sleep(0.2)
        return "The database ended."

    def _ends_again_and_again(self, name: str) -> bool:
        endings = self.endings.setdefault(name, deque(maxlen=MOST_ENDINGS))
        endings.append(time.monotonic())
        return len(endings) == MOST_ENDINGS and endings[-1] - endings[0] < WITHIN_S

    def _start_again(self, name: str) -> None:
        # What it had started itself would hold its port.
        signal_group(self.running[name], signal.SIGKILL)
        time.sleep(PAUSE_S)
        self.start(name, *self.commands[name])

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
