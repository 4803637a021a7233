"""Preparing a place: catalogues, tables, style sheets, demonstration; only when something has changed."""

import hashlib
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from launch.place import PYTHON, ROOT, Place, alone, is_demonstration
from launch.processes import end_with_the_parent

CODE = ("techcoop", "config", "launch")
LEFT_OUT = {".pyc", ".mo", ".tmp"}


def prepare(place: Place, address: str, *, seed: bool) -> list[list[str]]:
    """Prepare the place for this database; returns the sign-ins of the demonstration."""
    compile_messages()
    stamp = place.folder("prepared") / f"{hashlib.sha256(address.encode()).hexdigest()[:16]}.json"
    with alone(place.data / "prepared" / "lock"):
        mark = f"{state_of_the_code()} {made_at(place)} {is_demonstration()} {known_keys()}"
        last = json.loads(stamp.read_text()) if stamp.exists() else {}
        # A command that needs no demonstration takes one for as good as none.
        if last.get("mark") == mark and (last.get("seeded") or not seed):
            return last["sign_ins"]
        print("Preparing the database … (some minutes with a demonstration, the first time)", flush=True)
        answer = stamp.with_suffix(".answer")
        run_inside("launch.inside.prepare", str(answer), *(["--seed"] if seed else []),
                   environment=place.environment(address))  # fmt: skip
        sign_ins = json.loads(answer.read_text())
        if "DATABASE_URL" not in os.environ:  # another server may be emptied without our knowing
            stamp.write_text(json.dumps({"mark": mark, "seeded": seed, "sign_ins": sign_ins}))
        return sign_ins


def made_at(place: Place) -> str:
    """What tells this embedded server from one that was deleted."""
    version = place.data / "postgres" / "cluster" / "PG_VERSION"
    return str(version.stat().st_mtime_ns) if version.exists() else ""


def known_keys() -> str:
    """What tells other keys of protection apart: whether they fit is seen before anything starts."""
    return hashlib.sha256(os.environ.get("TECHCOOP_PROTECTION_KEYS", "").encode()).hexdigest()


def state_of_the_code() -> str:
    """A digest of every file that decides what a database and its pages look like."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in files_of_the_code():
        digest.update(f"{path.relative_to(ROOT)} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def files_of_the_code() -> Iterator[Path]:
    """The files, in an order that does not change."""
    for folder in CODE:
        found = (path for path in (ROOT / folder).rglob("*") if path.suffix not in LEFT_OUT)
        yield from sorted(path for path in found if path.is_file())


def compile_messages() -> None:
    """Compile the catalogues whose source is newer."""
    sources = (ROOT / "techcoop" / "locale").glob("*/LC_MESSAGES/*.po")
    stale = [str(source) for source in sources if is_stale(source)]
    if stale:
        run_inside("launch.inside.messages", *stale)


def is_stale(source: Path) -> bool:
    """Whether the compiled catalogue is missing or older than its source."""
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def run_inside(module: str, *arguments: str, environment: dict[str, str] | None = None) -> None:
    """Run one of our own modules with the environment's Python."""
    given = environment or {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [str(PYTHON), "-m", module, *arguments]
    # In a session of its own: after Ctrl-C it is we who end it, and a database is as before or as after.
    subprocess.run(command, env=given, check=True, start_new_session=True, preexec_fn=end_with_the_parent)
