"""The environment: a .venv with exactly what the lock names, verified by its hashes."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from launch.menu import Refusal
from launch.place import PYTHON, ROOT, VENV, alone

RUNNING, DEVELOPING = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"


def install(*, developing: bool = False) -> None:
    """Make the environment when it is not there, and bring it to the lock when the lock has changed."""
    lock = DEVELOPING if developing else RUNNING
    if is_at(lock) or (not developing and is_at(DEVELOPING)):
        return
    with alone(ROOT / "var" / "environment.lock"):
        if is_at(lock):
            return
        if not works(PYTHON):
            make()
        print(f"Installing what {lock.name} names … (some minutes, the first time)", flush=True)
        install_from(lock)
        stamp_of(lock).write_text(mark_of(lock))


def stamp_of(lock: Path) -> Path:
    """The file that says which state of the lock was installed last."""
    return VENV / f".installed-{lock.stem}"


def mark_of(lock: Path) -> str:
    """What names this state of the lock."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def is_at(lock: Path) -> bool:
    """Whether the environment holds what this lock names."""
    stamp = stamp_of(lock)
    return stamp.exists() and stamp.read_text() == mark_of(lock) and works(PYTHON)


def works(python: Path) -> bool:
    """Whether the interpreter of the environment is there; that of another machine or version is not."""
    return os.access(python, os.X_OK) and python.resolve().exists()


def make() -> None:
    """An empty environment; some systems split a part off their Python, so there is more than one way."""
    print("Making .venv …", flush=True)
    target = str(VENV)
    ways = [
        [sys.executable, "-m", "venv", "--clear", target],
        ["uv", "venv", "--clear", "--python", sys.executable, target],
        [sys.executable, "-m", "venv", "--clear", "--without-pip", target],
    ]
    if not any(succeeds(way) for way in ways):
        raise Refusal("This Python cannot make an environment: install its “venv” module (python3-venv).")


def install_from(lock: Path) -> None:
    """Install with uv where it is, else with pip; nothing that the lock does not name with its hash."""
    python = str(PYTHON)
    wanted = ["--require-hashes", "--no-deps", "-r", str(lock)]
    ways = [
        ["uv", "pip", "install", "--quiet", "--python", python, *wanted],
        [python, "-m", "pip", "install", "-qq", *wanted],
        [sys.executable, "-m", "pip", "--python", python, "install", "-qq", *wanted],
    ]
    if not any(succeeds(way, show=way is not ways[0]) for way in ways):
        raise Refusal("The lock could not be installed. Is the package registry within reach?")


def succeeds(command: list[str], *, show: bool = False) -> bool:
    """Whether the command is there and does its work."""
    if not shutil.which(command[0]):
        return False
    heard = None if show else subprocess.DEVNULL
    return subprocess.run(command, stdout=heard, stderr=heard, check=False).returncode == 0
