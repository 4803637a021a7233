"""A folder into which a mail server puts messages: each is taken in, or moved aside with the reason."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ValidationError

from techcoop.mailbox.reading import Message, read_message

# A file that was touched a moment ago may still be being written.
SECONDS_AT_REST = 5


def sweep(folder: Path, take: Callable[[Message], object]) -> tuple[int, int]:
    """Take in every message that lies in the folder; gives how many were taken and how many refused."""
    taken = refused = 0
    for path in sorted(folder.glob("*.eml")):
        if path.is_symlink() or not path.is_file() or time.time() - path.stat().st_mtime < SECONDS_AT_REST:
            continue
        try:
            take(read_message(path))
        except ValidationError as reason:
            refused += 1
            moved = _move(path, folder / "refused")
            moved.with_suffix(".txt").write_text("\n".join(reason.messages) + "\n", encoding="utf-8")
        else:
            taken += 1
            _move(path, folder / "taken")
    return taken, refused


def _move(path: Path, into: Path) -> Path:
    """Move a file aside without writing over another."""
    into.mkdir(exist_ok=True)
    target, number = into / path.name, 1
    while target.exists():
        target, number = into / f"{path.stem}-{number}.eml", number + 1
    os.replace(path, target)
    return target
