"""Records of a code list in XML, as IATI publishes them, one after the other.

The parser is the standard library's expat, and it reads no more than such a list needs. A document type is
refused as soon as it is declared: without one there are no entities, so nothing can be fetched from elsewhere
and nothing can unfold in the memory. Depth, the length of one mark and the length of one text have limits.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.parsers import expat

from django.utils.translation import gettext_noop

from techcoop.sheets.cells import CELL_TOO_LONG, LONGEST_CELL
from techcoop.sheets.errors import Unreadable

PIECE = 1 << 16
LONGEST_MARK = 1 << 20
DEEPEST = 20
ITEM = ("codelist", "codelist-items", "codelist-item")

OTHER_XML = gettext_noop("This is an XML document, but no code list; other lists come as CSV, Excel or JSON.")
DOCUMENT_TYPE = gettext_noop("The XML declares a document type, which no list needs; it is not read further.")
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


def refuse_document_type(*declared: Any) -> None:
    """No list needs one, and everything that makes XML dangerous begins with one."""
    raise Unreadable(DOCUMENT_TYPE)


def xml_records(file: BinaryIO) -> Iterator[dict[str, str]]:
    """The items of the code list: its code, and what else it says, by language where it has one."""
    seen = _CodeList()
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = refuse_document_type
    parser.StartElementHandler, parser.EndElementHandler = seen.start, seen.end
    parser.CharacterDataHandler = seen.words
    file.seek(0)
    given = 0
    while True:
        piece = file.read(PIECE)
        given += len(piece)
        try:
            parser.Parse(piece, not piece)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Unreadable(MALFORMED, line=parser.CurrentLineNumber) from error
        if given - parser.CurrentByteIndex > LONGEST_MARK:
            raise Unreadable(MALFORMED, line=parser.CurrentLineNumber)
        yield from seen.complete
        seen.complete.clear()
        if not piece:
            return
