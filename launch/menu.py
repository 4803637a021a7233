"""Reading what was typed after ./tcp, and calling the command that is meant."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from launch.place import ROOT, Place

Command = Callable[[Place, list[str]], int]
Menu = dict[str, tuple[Command, str]]
MISTAKEN = 2  # what the person at the keyboard must mend


class Refusal(Exception):
    """A sentence for the person at the keyboard: what cannot be done, and what to do instead."""


def run(menu: Menu, typed: list[str]) -> int:
    """Call one command of the menu; without one, print the menu."""
    try:
        data, words = data_folder(typed)
        if not words or words[0] in ("help", "-h", "--help"):
            print(listing(menu))
            return 0
        command = named(words[0], menu)
        require_room(data)
        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGHUP, stop)
        return command(Place(data), words[1:])
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return MISTAKEN
    except subprocess.CalledProcessError as failure:
        return told(failure)
    except KeyboardInterrupt:
        return 130


def named(word: str, menu: Menu) -> Command:
    """The command that is meant."""
    if word not in menu:
        raise Refusal(f"There is no command “{word}”.\n\n{listing(menu)}")
    return menu[word][0]


def told(failure: subprocess.CalledProcessError) -> int:
    """Name the program that failed, unless it has said itself what is to be mended."""
    if failure.returncode == MISTAKEN:
        return MISTAKEN
    print(f"This failed: {' '.join(map(str, failure.cmd))[:200]}", file=sys.stderr)
    return 1


def require_room(folder: Path) -> None:
    """Say at once that nothing can be kept in the folder that was named."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror
        raise Refusal(f"No data can be kept in {folder} ({why}); name a folder with --data.") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Refusal(f"Nothing can be written in {folder}; name another folder with --data.")


def stop(number: int, frame: FrameType | None) -> None:
    """A request to stop is an exception, so that everything that was opened is closed again."""
    raise KeyboardInterrupt


def listing(menu: Menu) -> str:
    """The menu, one line for each command."""
    lines = [f"  ./tcp {name:<8} {line}" for name, (_command, line) in menu.items()]
    return "\n".join([*lines, "", "Every command takes --data DIR: where the data is kept (default: var/)."])


def data_folder(typed: list[str]) -> tuple[Path, list[str]]:
    """Take --data DIR out of what was typed, wherever it stands before a bare “--”."""
    folder = os.environ.get("TECHCOOP_DATA") or str(ROOT / "var")
    words: list[str] = []
    rest = iter(typed)
    for word in rest:
        if word == "--":
            return Path(folder).expanduser().resolve(), [*words, word, *rest]
        if word == "--data":
            folder = next(rest, "")
        elif word.startswith("--data="):
            folder = word.removeprefix("--data=")
        else:
            words.append(word)
    if not folder:
        raise Refusal("--data needs the name of a folder.")
    return Path(folder).expanduser().resolve(), words
