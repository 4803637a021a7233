"""The folder of real records beside the project, where it is there."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = next(
    (folder / "shared" / "data" for folder in ROOT.parents if (folder / "shared" / "data").is_dir()),
    ROOT.parent / "shared" / "data",
)


def real_files(pattern: str) -> list[Path]:
    """The real files of this name; skips the test, by name, where they are absent."""
    found = sorted(SHARED.glob(pattern))
    if not found:
        pytest.skip("../shared/data is not here")
    return found
