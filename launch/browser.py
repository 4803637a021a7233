"""The browser of the journeys: found where it is, else fetched by whatever works here."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from launch import environment
from launch.menu import Refusal
from launch.place import PYTHON, Place

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as playwright: print(playwright.chromium.executable_path)"
)


def install(place: Place, arguments: list[str]) -> int:
    """Have a browser: what is there, Playwright's own, or that of the system's package manager."""
    environment.install(developing=True)
    found = find() or fetched()
    if not found:
        root = "" if os.geteuid() == 0 else "run this as root, who may install packages, or "
        raise Refusal(f"No browser could be installed: {root}name a Chromium in the variable CHROMIUM.")
    print(f"The browser of the journeys: {found}")
    return 0


def fetched() -> str | None:
    """Fetch a browser by whichever way works."""
    for way in (with_playwright, with_apt):
        way()
        if found := find():
            return found
    return None


def find() -> str | None:
    """A browser that starts: named in CHROMIUM, on the PATH, or Playwright's own."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Where a browser may be, in this order."""
    if named := os.environ.get("CHROMIUM"):
        yield named
    yield from (path for name in NAMES if (path := shutil.which(name)))
    asked = subprocess.run([PYTHON, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=False)
    if asked.returncode == 0 and Path(asked.stdout.strip()).exists():
        yield asked.stdout.strip()


def starts(path: str) -> bool:
    """Whether the browser runs here; a download without the system's libraries does not."""
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def with_playwright() -> None:
    """Playwright's own download; then, as root, the libraries that it needs."""
    steps = ["install", "install-deps"] if os.geteuid() == 0 else ["install"]
    for step in steps:
        patience = {**os.environ, "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
        command = [str(PYTHON), "-m", "playwright", step, "chromium"]
        if subprocess.run(command, env=patience, check=False).returncode:
            return


def with_apt() -> None:
    """The package manager of Debian and its kin."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    for package in ("chromium", "chromium-browser"):
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
        if subprocess.run(command, env=quiet, check=False).returncode == 0:
            return
