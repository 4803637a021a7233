"""The lock: names, versions and hashes of all that is installed, and no address of any registry."""

import re
import shutil
import subprocess

from launch import environment
from launch.menu import Refusal
from launch.place import PYTHON, ROOT, Place

COMPILE = (
    "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-header", "--no-annotate",
    "--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11", "pyproject.toml",
)  # fmt: skip


def lock(place: Place, arguments: list[str]) -> int:
    """Compile both locks anew; “--upgrade” takes the newest versions that pyproject.toml permits."""
    tool = uv()
    for file, more in ((environment.RUNNING, ()), (environment.DEVELOPING, ("--group", "dev"))):
        command = [*tool, *COMPILE, *more, *arguments, "-o", file.name]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        if re.search(r"https?://|file:", file.read_text()):
            raise Refusal(f"{file.name} names an address; it must hold names, versions and hashes only.")
        print(f"{file.name}: {file.read_text().count('==')} packages")
    return 0


def uv() -> list[str]:
    """The compiler of the lock; installed into the environment where it is missing."""
    if found := shutil.which("uv"):
        return [found]
    environment.install(developing=True)
    subprocess.run([str(PYTHON), "-m", "pip", "install", "--quiet", "uv"], check=True)
    return [str(PYTHON), "-m", "uv"]
