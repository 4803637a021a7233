"""Texts as sources write them, made plain: no mark-up, no numbers in front, no list of States behind."""

import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import nh3

from techcoop.sheets.cells import folded, tidied

# What separates paragraphs in a browser separates them in plain text too.
BREAKS = re.compile(r"<\s*(?:br|/p|/li|/div|/tr|/h\d)\b[^>]*>", re.IGNORECASE)
MARKUP = re.compile(r"[<&]")
SPACES = re.compile(r"[^\S\n]+")
# 69.1 or 96.1.2 or, as careless lists write, 93.11..1 and "93.11."
NUMBER = re.compile(r"\s*(\d{1,3}\.\d{1,3}(?:\.{1,2}\d{1,3}){0,2})(?!\d)[.:)]?\s*")
# Treaty bodies number whole paragraphs, "23." or "23.The", a heading may stand in front of the number;
# what these words count is no paragraph.
NO_PARAGRAPH = "".join(
    rf"(?<!\b(?i:{one}) )"
    for one in ("article", "articles", "no", "target", "goal", "rule", "section", "of", "in", "to", "and")
)
NUMBERED = re.compile(rf"\s*[^\d.;:!?]{{0,160}}?{NO_PARAGRAPH}(?<![\w-])(\d{{1,3}})\.(?=\s*[A-ZÀ-Þ])")
ENDS = re.compile(r"[\s.;,)]*$")
LAST_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")
ALL_BRACKETS = re.compile(r"\(([^()]+)\)")
APART = re.compile(r"\s*[,;]\s*(?:and\s+)?")
AND = re.compile(r"\s+and\s+")
BULLET = re.compile(r"^\s*-\s+")


def plain(text: str) -> str:
    """A text that a browser shows as it reads: no element survives, entities are the letters they mean."""
    if MARKUP.search(text):
        text = nh3.clean(BREAKS.sub("\n", text), tags=set(), clean_content_tags={"script", "style"})
        # Entities are undone after the elements are gone; what they hid is text, and pages escape text.
        text = tidied(html.unescape(html.unescape(text)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


@lru_cache(maxsize=20_000)
def label(text: str) -> str:
    """A label without mark-up and without the dash in front; sources repeat few labels very often."""
    return SPACES.sub(" ", BULLET.sub("", plain(text))).strip(" -")


def items(cell: Any) -> list[str]:
    """The members of a list that a cell holds: an array, or lines that begin with a dash."""
    parts = cell if isinstance(cell, list) else str(cell or "").splitlines()
    return [one for part in parts if (one := label(str(part)))]


def without_number(text: str) -> tuple[str, str]:
    """The number of the paragraph in front of a text, and the text."""
    if found := NUMBER.match(text):
        return found.group(1).replace("..", "."), text[found.end() :]
    return "", text


def paragraph_of(text: str) -> str:
    """The number of the paragraph that a treaty body's text carries, in front or behind its heading."""
    found = NUMBERED.match(text)
    return found.group(1) if found else ""


@dataclass(frozen=True)
class Naming:
    """A text without the States named behind it, and their names."""

    text: str
    names: tuple[str, ...]


def names_in(listed: str, is_state: Callable[[str], bool]) -> list[str]:
    """Names of States that stand in a list; “and” parts two names only where it is part of none."""
    names = []
    for one in APART.split(listed):
        parts = [one] if is_state(one) or "(" in one else AND.split(one)
        names += [part.removeprefix("the ").strip(" .;") for part in parts]
    return [one for one in names if one]


def without_states(text: str, is_state: Callable[[str], bool]) -> Naming:
    """Take the brackets at the end off when they name States; other brackets belong to the text."""
    bare = _closed(text)
    named: list[str] = []
    while found := LAST_BRACKETS.search(bare):
        names = names_in(found.group(1), is_state)
        if not any(map(is_state, names)):
            break
        named = names + named
        bare = _closed(bare[: found.start()])
    return Naming(bare if named else text.strip().removesuffix(";"), tuple(named))


def _closed(text: str) -> str:
    """A text without what trails behind it, its last bracket closed."""
    bare = ENDS.sub("", text)
    return bare + ")" if bare.count("(") > bare.count(")") else bare


def states_named(text: str, is_state: Callable[[str], bool]) -> list[str]:
    """All names in those brackets of a text in which at least one State is named."""
    groups = [names_in(brackets, is_state) for brackets in ALL_BRACKETS.findall(text)]
    return list(dict.fromkeys(name for group in groups if any(map(is_state, group)) for name in group))


def key_of(*parts: str | int | None) -> str:
    """The key of a text that its source gives none: a digest of what does not change with the copyist."""
    told = "|".join(folded(str(part or "")) for part in parts)
    return "upr:" + hashlib.sha256(told.encode()).hexdigest()[:32]
