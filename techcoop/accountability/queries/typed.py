"""What was typed into a search: words, “quoted phrases”, OR, -not, beginnings*, symbols with a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from django.utils.translation import gettext as _

# A document has a symbol of at least three parts; the number of a paragraph may stand behind it.
SYMBOL = re.compile(
    r"(?P<symbol>(?=\S*\d)[A-Za-z]{1,6}(?:/[\w.()-]*\w\)?){2,}\*?)"
    r"(?:[,\s]+(?:(?:§|paras?\.?|paragraphe?|párr\.?|párrafo|п\.|пункт|الفقرة|段)\s*)?"
    r"(?P<paragraph>\d{1,3}(?:\.\d{1,3})*)(?:\s?\([a-z]{1,4}\))?)?",
    re.IGNORECASE,
)
TOKENS = re.compile(
    rf'(?P<not>-)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|[(\[]*(?P<document>{SYMBOL.pattern})(?=[\s)\],;.]|$)'
    r'|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)
MARKS = str.maketrans(dict.fromkeys("“”„«»「」", '"'))
EDGES = "()[]{},;:!?&+"
LETTERS_BEFORE_A_STAR = 2


class Operator(Enum):
    """What a word in capital letters does to the words beside it."""

    AND = "and"
    OR = "or"
    NOT = "not"


OPERATORS = (
    dict.fromkeys(("AND", "ET", "Y", "И", "و"), Operator.AND)
    | dict.fromkeys(("OR", "OU", "O", "О", "ИЛИ", "أو", "或", "|"), Operator.OR)
    | dict.fromkeys(("NOT", "SAUF", "НЕ"), Operator.NOT)
)


@dataclass(frozen=True)
class Alternative:
    """What a text must hold, and what it must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """What was typed, as alternatives of which one must hold, and what of it was not understood."""

    alternatives: tuple[Alternative, ...]
    complaints: tuple[str, ...]


@dataclass
class _Reading:
    """Reads what was typed, piece by piece."""

    alternatives: list[tuple[list[str], list[str]]] = field(default_factory=lambda: [([], [])])
    complaints: list[str] = field(default_factory=list)
    is_not: bool = False

    def take(self, token: re.Match[str]) -> None:
        """One piece: a phrase, a document, an operator or a word."""
        self.is_not = self.is_not or bool(token["not"])
        if token["phrase"] is not None:
            self.phrase(token["phrase"], is_closed=bool(token["closed"]))
        elif token["document"]:
            self.keep(token["document"])
        elif token["word"] in OPERATORS and not token["not"]:
            self.operator(OPERATORS[token["word"]])
        else:
            self.word(token["word"])

    def phrase(self, text: str, *, is_closed: bool) -> None:
        if not is_closed:
            self.say(_("A quotation mark is not closed; all that follows it is one phrase."))
        self.keep(text.replace("*", " "))

    def operator(self, operator: Operator) -> None:
        if operator is Operator.NOT:
            self.is_not = True
        elif operator is Operator.OR:
            self.alternatives.append(([], []))

    def word(self, raw: str) -> None:
        text = raw.strip(EDGES)
        if {raw[0], raw[-1]} & {"(", ")"}:
            self.say(_("Brackets were left out; OR parts all on its left from all on its right."))
        bare = text.rstrip("*")
        if "*" in bare:
            self.say(_("A star was left out; it stands for the rest of a word, at its end only."))
            text = text.replace("*", " ")
        elif bare != text and len(bare) < LETTERS_BEFORE_A_STAR:
            sentence = _("“%(word)s” was left out: before a star stand two letters at least.")
            self.say(sentence % {"word": raw})
            text = ""
        self.keep(text)

    def say(self, sentence: str) -> None:
        self.complaints.append(sentence)

    def keep(self, text: str) -> None:
        if any(map(str.isalnum, text)):
            self.alternatives[-1][1 if self.is_not else 0].append(text)
            self.is_not = False


def understood(words: str) -> Understood:
    """What was typed; nothing of it is an error."""
    reading = _Reading()
    for token in TOKENS.finditer(words.translate(MARKS)):
        reading.take(token)
    found = tuple(Alternative(tuple(one), tuple(no)) for one, no in reading.alternatives if one or no)
    return Understood(found, tuple(dict.fromkeys((*reading.complaints, *_left_over(words, reading, found)))))


def _left_over(words: str, reading: _Reading, found: tuple[Alternative, ...]) -> Iterator[str]:
    if words.strip() and not found:
        yield _("There is no word in what was typed.")
    elif found and len(found) < len(reading.alternatives):
        yield _("OR was left out where nothing stands beside it.")
    if reading.is_not and found:
        yield _("NOT was left out where nothing stands behind it.")
