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


class Refusal(Exception):
    """A sentence for the person at the keyboard: what cannot be done, and what to do instead."""


def run(menu: Menu, typed: list[str]) -> int:
    """Call one command of the menu; without one, print the menu."""
    try:
        data, words = data_folder(typed)
        if not words or words[0] in ("help", "-h", "--help"):
            print(listing(menu))
            return 0
        if words[0] not in menu:
            raise Refusal(f"There is no command “{words[0]}”.\n\n{listing(menu)}")
        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGHUP, stop)
        return menu[words[0]][0](Place(data), words[1:])
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except subprocess.CalledProcessError as failure:
        print(f"This failed: {' '.join(map(str, failure.cmd))[:200]}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


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
