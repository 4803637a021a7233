"""In which languages the pages are whole enough to be offered: measured in the catalogues themselves."""

from collections.abc import Iterable
from gettext import GNUTranslations
from pathlib import Path

SOURCE = "en"  # the messages themselves
ENOUGH = 0.95


def whole(languages: Iterable[tuple[str, str]], folder: Path) -> list[str]:
    """The languages in which nearly every message is translated, the language of the messages first."""
    counts = {code: translated(folder / place(code)) for code, _name in languages if code != SOURCE}
    every = max(counts.values(), default=0)
    enough = [code for code, count in counts.items() if count and count >= ENOUGH * every]
    return [SOURCE, *sorted(enough, key=lambda code: -counts[code])]


def place(code: str) -> str:
    """The folder of a language, as gettext writes its name."""
    language, _, script = code.partition("-")
    return f"{language}_{script.title()}" if script else language


def translated(folder: Path) -> int:
    """How many messages a compiled catalogue holds; a message with several plural forms counts once."""
    compiled = folder / "LC_MESSAGES" / "django.mo"
    if not compiled.exists():
        return 0
    with compiled.open("rb") as file:
        messages = vars(GNUTranslations(file))["_catalog"]
    return len({key[0] if isinstance(key, tuple) else key for key in messages} - {""})
