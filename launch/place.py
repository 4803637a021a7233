"""Where things are: the checkout, and the folder in which an installation keeps its data."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


@dataclass(frozen=True)
class Place:
    """One installation: the folder of its data."""

    data: Path

    def folder(self, name: str) -> Path:
        """A folder inside, made when it is not there."""
        path = self.data / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def environment(self, database: str, **more: str) -> dict[str, str]:
        """The environment of whatever runs in this place; without a secret it is a demonstration."""
        ours = {
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
            "PYTHONPATH": str(ROOT),
            "TECHCOOP_DATA": str(self.data),
        }
        if is_demonstration():
            ours["TECHCOOP_DEMONSTRATION"] = "1"
        return {**os.environ, **ours, **more}


def is_demonstration() -> bool:
    """Whoever gives a secret of their own runs a production system; all others look at a demonstration."""
    return not os.environ.get("TECHCOOP_SECRET")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock, so that two starts at once wait for each other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
