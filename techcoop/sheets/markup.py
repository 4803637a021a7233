"""XML as it streams past: a document type is refused as soon as it is declared, and nothing is kept.

The parser is the standard library's expat. Without a document type there are no entities, so nothing can be
fetched from elsewhere and nothing can unfold in the memory. The whole is read, in whatever encoding it is.
"""

from collections.abc import Iterator
from typing import IO, Any
from xml.parsers import expat

from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Unreadable

PIECE = 1 << 16
DOCUMENT_TYPE = gettext_noop("The XML declares a document type, which no list needs; it is not read further.")
# What the parser, or reading to its end, makes of bytes that are no such document.
MALFORMED = (expat.ExpatError, LookupError, ValueError)


def a_parser(*, namespaces: bool = False) -> expat.XMLParserType:
    """A parser that reads no more than a list needs."""
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def _refuse_document_type(*declared: Any) -> None:
    raise Unreadable(DOCUMENT_TYPE)


def parsed(file: IO[bytes], parser: expat.XMLParserType, *, longest_mark: int) -> Iterator[None]:
    """Hand the file to the parser, a piece at a time; one mark that fills the memory is malformed, too."""
    given = 0
    while piece := file.read(PIECE):
        given += len(piece)
        parser.Parse(piece, False)
        if given - parser.CurrentByteIndex > longest_mark:
            raise ValueError("One mark is longer than all that a list needs.")
        yield
    parser.Parse(b"", True)
    yield
