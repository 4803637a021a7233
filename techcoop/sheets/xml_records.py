"""Records of a code list in XML, as IATI publishes them, one after the other.

Depth, the length of one mark and the length of one text have limits.
"""

from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext_noop

from techcoop.sheets.cells import CELL_TOO_LONG, LONGEST_CELL
from techcoop.sheets.errors import Unreadable
from techcoop.sheets.markup import MALFORMED as NOT_XML
from techcoop.sheets.markup import a_parser, parsed

LONGEST_MARK = 1 << 20
DEEPEST = 20
ITEM = ("codelist", "codelist-items", "codelist-item")

OTHER_XML = gettext_noop("This is an XML document, but no code list; other lists come as CSV, Excel or JSON.")
MALFORMED = gettext_noop("The XML is malformed or cut off in line %(line)s.")
TOO_DEEP = gettext_noop("The XML is nested too deeply for a list.")


class _CodeList:
    """What the parser has seen so far: where it is, and the items that are complete."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.languages: list[str] = []
        self.name = ""
        self.text: list[str] = []
        self.length = 0
        self.item: dict[str, str] = {}
        self.complete: list[dict[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if not self.path:
            if tag != "codelist":
                raise Unreadable(OTHER_XML)
            self.name = attributes.get("name", "")
        if len(self.path) >= DEEPEST:
            raise Unreadable(TOO_DEEP)
        above = self.languages[-1] if self.languages else "en"
        self.languages.append(attributes.get("xml:lang", above))
        self.path.append(tag)
        self.text, self.length = [], 0
        if tuple(self.path) == ITEM:
            self.item = {"codelist": self.name}

    def words(self, text: str) -> None:
        self.length += len(text)
        if self.length > LONGEST_CELL:
            raise Unreadable(CELL_TOO_LONG, row=len(self.complete) + 2)
        self.text.append(text)

    def end(self, tag: str) -> None:
        path, language = tuple(self.path), self.languages.pop()
        self.path.pop()
        if path == ITEM:
            self.complete.append(self.item)
        elif path[: len(ITEM)] == ITEM:
            told = " ".join("".join(self.text).split())
            if tag == "narrative":
                self.item[f"{path[-2]} {language}"] = told
            elif told:
                self.item[tag] = told
        self.text, self.length = [], 0


def xml_records(file: BinaryIO) -> Iterator[dict[str, str]]:
    """The items of the code list: its code, and what else it says, by language where it has one."""
    seen = _CodeList()
    parser = a_parser()
    parser.StartElementHandler, parser.EndElementHandler = seen.start, seen.end
    parser.CharacterDataHandler = seen.words
    file.seek(0)
    try:
        for _piece in parsed(file, parser, longest_mark=LONGEST_MARK):
            yield from seen.complete
            seen.complete.clear()
    except NOT_XML as error:
        raise Unreadable(MALFORMED, line=parser.CurrentLineNumber) from error
