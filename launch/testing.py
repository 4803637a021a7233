"""./tcp test: every test, on a database of its own, over all cores."""

import os
import subprocess

from launch import browser, environment
from launch.database import database_of_tests
from launch.menu import Refusal
from launch.place import PYTHON, ROOT, Place
from launch.preparing import compile_messages


def test(place: Place, arguments: list[str]) -> int:
    """Run the tests that are named, else all."""
    for word in arguments:
        if word.startswith("tests/") and not named([word]):
            raise Refusal(f"There is no {word.split('::')[0]}.")
    environment.install(developing=True)
    compile_messages()
    with database_of_tests(place) as address:
        program = browser.find() or (browser.fetched() if needs_a_browser(arguments) else None)
        more = {"TECHCOOP_DEMONSTRATION": "1", "CHROMIUM": program or "none"}
        given = Place(place.folder("test")).environment(address, **more)
        given.pop("TECHCOOP_SECRET", None)
        command = [str(PYTHON), "-m", "pytest", *how(arguments), *arguments]
        return subprocess.run(command, env=given, cwd=ROOT, check=False).returncode


def named(arguments: list[str]) -> list[str]:
    """The files and folders among the arguments."""
    words = (word for word in arguments if not word.startswith("-"))
    return [word for word in words if (ROOT / word.split("::")[0]).exists()]


def needs_a_browser(arguments: list[str]) -> bool:
    """Whether journeys are among what is run."""
    return not named(arguments) or any("journeys" in word for word in named(arguments))


def how(arguments: list[str]) -> list[str]:
    """In parallel when all are run; a few named ones are sooner done by one process."""
    if named(arguments) or any(word.startswith("-n") or word == "no:xdist" for word in arguments):
        return ["-q", "-rfEs"]
    return [
        "-q",
        "-rfEs",
        "-n",
        str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else "auto"),
    ]
