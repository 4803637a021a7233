"""The commands that are doors to Django: import, review, audit, manage, bench."""

import os
import subprocess
from urllib.parse import urlsplit

from launch import environment
from launch.database import database
from launch.menu import Refusal
from launch.place import PYTHON, ROOT, Place
from launch.preparing import prepare

# Where nothing is asked of a database, none needs to answer.
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none"


def manage(place: Place, arguments: list[str]) -> int:
    """Any management command, on whatever state the database is in."""
    environment.install()
    with database(place) as address:
        return django(place, address, "./tcp manage", arguments)


def import_records(place: Place, arguments: list[str]) -> int:
    """Files from outside, shown first and then applied."""
    return on_a_prepared_database(place, "./tcp import", ["import_records", *arguments])


def review(place: Place, arguments: list[str]) -> int:
    """The draft of the synthesis report."""
    return on_a_prepared_database(place, "./tcp review", ["review", *arguments])


def audit(place: Place, arguments: list[str]) -> int:
    """Whether the seals of the journal, the papers and the printed reports hold; all are looked at."""
    environment.install()
    with database(place) as address:
        prepare(place, address, seed=False)
        return max(
            django(place, address, "./tcp audit", [command, *arguments])
            for command in ("audit", "audit_papers", "audit_prints")
        )


def bench(place: Place, arguments: list[str]) -> int:
    """The measurements, on a database of their own."""
    environment.install()
    given = os.environ.get("DATABASE_URL", "")
    if given and not urlsplit(given).path.endswith("_bench"):
        raise Refusal(
            "The measurements fill and copy their database: let DATABASE_URL name one that ends in _bench."
        )
    with database(place, "techcoop_bench") as address:
        prepare(place, address, seed=False)
        return run(place, address, ["-m", "bench", *arguments], folder=str(ROOT))


def on_a_prepared_database(place: Place, spoken: str, arguments: list[str]) -> int:
    """A management command that needs the tables to be as the code expects them."""
    environment.install()
    # What was typed wrongly is said before a server starts; whoever asks for help needs none.
    if mistaken := run(place, NO_DATABASE, ["-m", "launch.inside.typed", spoken, *arguments]):
        return mistaken
    if asks_for_help(arguments):
        return 0
    with database(place) as address:
        prepare(place, address, seed=False)
        return django(place, address, spoken, arguments)


def asks_for_help(arguments: list[str]) -> bool:
    """Whether the usage was asked for, which needs nothing but the words themselves."""
    return bool({"-h", "--help"}.intersection(arguments))


def django(place: Place, address: str, spoken: str, arguments: list[str]) -> int:
    """A management command, in the folder where it was typed, so that names of files mean what they say."""
    return run(place, address, ["-m", "launch.inside.manage", spoken, *arguments])


def run(place: Place, address: str, arguments: list[str], *, folder: str | None = None) -> int:
    """The environment's Python, with everything it must know."""
    command = [str(PYTHON), *arguments]
    return subprocess.run(command, env=place.environment(address), cwd=folder, check=False).returncode
