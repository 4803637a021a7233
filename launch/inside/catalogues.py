"""Gather the messages of the sources into the catalogues, with Babel: gettext is not on every machine."""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from launch.place import ROOT

FOLDER = ROOT / "techcoop" / "locale"
WHOLE = ("fr", "ar")  # the others hold what is translated so far, until their turn comes
SOURCES = ("techcoop", "config")
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
    ),
    "es": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
    "zh_Hans": "nplurals=1; plural=0;",
}
TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"(?<![A-Za-z_])(?:n?p?gettext|_)\({TEXT}(?:, ?{TEXT})*")
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""


def gathered() -> Catalog:
    """Every message of the sources, with the files that say it."""
    catalogue = Catalog()
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and "migrations" not in path.parts:
                name = path.relative_to(ROOT).as_posix()
                for message, context in messages_of(path):
                    catalogue.add(message, locations=[(name, 0)], context=context)
    return catalogue


def messages_of(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The messages of one file: as Python says them, a template being turned into calls first."""
    text = path.read_text() if path.suffix == ".py" else calls_of(path.read_text())
    found = extract("python", BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"})
    for _line, message, _comments, context in found:
        yield message, context


def calls_of(template: str) -> str:
    """The translations of a template, attributes of components included, as lines of Python."""
    return "\n".join(f"{one.group()})" for one in CALL.finditer(templatize(template)))


def renewed(language: str, messages: Catalog) -> str:
    """The catalogue of a language over these messages: what is translated stays, what is gone goes."""
    known = translated(FOLDER / language / "LC_MESSAGES" / "django.po", language)
    fresh = Catalog(locale=language)
    fresh._num_plurals = number_of_forms(language)  # type: ignore[assignment]
    for message in messages:
        said = known_for(message, known)
        if message.id and (said or language in WHOLE):
            fresh.add(message.id, said, message.locations, context=message.context)
    written = BytesIO()
    write_po(written, fresh, width=110, omit_header=True, sort_output=True, include_lineno=False)
    return HEADER.format(language=language, plurals=PLURALS[language]) + written.getvalue().decode()


def known_for(message: Message, known: Catalog) -> str | tuple[str, ...] | None:
    """What stands for this message already; a sentence is never taken for a plural."""
    old = known.get(message.id, message.context)
    if old is None or not old.string or not any(old.string) or old.pluralizable != message.pluralizable:
        return None
    return tuple(old.string) if old.pluralizable else str(old.string)


def number_of_forms(language: str) -> int:
    """How many forms a plural has in this language."""
    return int(PLURALS[language].split(";")[0].removeprefix("nplurals="))


def translated(path: Path, language: str) -> Catalog:
    """The catalogue as it is; empty where there is none yet."""
    return read_po(BytesIO(path.read_bytes() if path.exists() else b""), locale=language)


def catalogues() -> dict[Path, str]:
    """Every catalogue as it should be, by its file."""
    messages = gathered()
    return {
        FOLDER / language / "LC_MESSAGES" / "django.po": renewed(language, messages) for language in PLURALS
    }


def stale() -> list[str]:
    """The languages whose catalogue is not as the sources say."""
    wanted = catalogues()
    wrong = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    return sorted(path.parent.parent.name for path in wrong)


def renew() -> None:
    """Write every catalogue anew."""
    for path, text in catalogues().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


if __name__ == "__main__":
    if "--check" not in sys.argv:
        renew()
    elif languages := stale():
        sys.exit(f"Not as the sources say: {', '.join(languages)}. Run ./tcp fix.")
