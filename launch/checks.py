"""./tcp check and ./tcp fix: what a machine can see, and what it can put in order."""

import subprocess
from concurrent.futures import ThreadPoolExecutor

from launch import environment
from launch.database import database_of_tests
from launch.place import PYTHON, ROOT, Place

TEMPLATES = "techcoop"
CHECKS = {
    "types": ("mypy",),
    "chain": ("importlinter.cli",),
    "migrations": ("django", "makemigrations", "--check", "--dry-run"),
    "templates": ("djlint", TEMPLATES, "--lint", "--quiet"),
    "format": ("ruff", "format", "--check", "--quiet"),
    "lint": ("ruff", "check", "--quiet"),
    "diagrams": ("launch.inside.diagrams", "--check"),
    "catalogues": ("launch.inside.catalogues", "--check"),
}
FIXES = {
    "lint": ("ruff", "check", "--fix", "--quiet"),
    "format": ("ruff", "format", "--quiet"),
    "diagrams": ("launch.inside.diagrams",),
    "catalogues": ("launch.inside.catalogues",),
}


def check(place: Place, arguments: list[str]) -> int:
    """Run all checks, two at a time; print what they find."""
    environment.install(developing=True)
    with database_of_tests(place) as address, ThreadPoolExecutor(2) as pool:
        given = place.environment(address, TECHCOOP_DEMONSTRATION="1")
        answers = pool.map(lambda one: run(one, given), CHECKS.values())
        return max(say(name, answer) for name, answer in zip(CHECKS, answers, strict=True))


def fix(place: Place, arguments: list[str]) -> int:
    """Put in order what can be, one after the other."""
    environment.install(developing=True)
    given = place.environment("postgresql:///", TECHCOOP_DEMONSTRATION="1")
    return max(say(name, run(one, given)) for name, one in FIXES.items())


def run(module: tuple[str, ...], given: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """One tool, at the top of the checkout."""
    command = [str(PYTHON), "-m", *module]
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)


def say(name: str, answer: subprocess.CompletedProcess[str]) -> int:
    """A line for each check, and all that a failed one said."""
    print(f"{'ok    ' if answer.returncode == 0 else 'FAILED'} {name}", flush=True)
    if answer.returncode:
        print((answer.stdout + answer.stderr).strip(), flush=True)
    return min(1, abs(answer.returncode))
