"""A folder into which a mail server puts messages: each is taken in, or moved aside with the reason."""

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from techcoop.mailbox.reading import Message, read_message

logger = logging.getLogger(__name__)
# A file that was touched a moment ago may still be being written.
SECONDS_AT_REST = 5


def sweep(folder: Path, take: Callable[[Message], object]) -> tuple[int, int]:
    """Take in every message that lies in the folder; gives how many were taken and how many refused.

    Each is taken in by itself: none keeps those after it waiting.
    """
    counted = {"taken": 0, "refused": 0, "": 0}
    for path in sorted(folder.glob("*.eml")):
        try:
            counted[_where_it_goes(path, take)] += 1
        except (OperationalError, InterfaceError, OSError):
            # The database or the disk fails, not the message: it stays where it is, for the next time.
            logger.exception("The message %s waits.", path.name)
    return counted["taken"], counted["refused"]


def _where_it_goes(path: Path, take: Callable[[Message], object]) -> str:
    """Take one message in and move it aside; nowhere, where it is still being written or is no message."""
    if path.is_symlink() or not path.is_file() or time.time() - path.stat().st_mtime < SECONDS_AT_REST:
        return ""
    try:
        take(read_message(path))
    except ValidationError as reason:
        return _refused(path, reason.messages)
    except (OperationalError, InterfaceError, OSError):
        raise
    except Exception:
        logger.exception("The message %s was not taken in.", path.name)
        return _refused(path, [_("It could not be taken in, through a fault of the system: see its log.")])
    _move(path, path.parent / "taken")
    return "taken"


def _refused(path: Path, why: list[str]) -> str:
    moved = _move(path, path.parent / "refused")
    moved.with_suffix(".txt").write_text("\n".join(why) + "\n", encoding="utf-8")
    return "refused"


def _move(path: Path, into: Path) -> Path:
    """Move a file aside without writing over another."""
    into.mkdir(exist_ok=True)
    target, number = into / path.name, 1
    while target.exists():
        target, number = into / f"{path.stem}-{number}.eml", number + 1
    os.replace(path, target)
    return target
