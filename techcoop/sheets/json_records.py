"""Records of a JSON array, one after the other: a file of any size in the memory of one record."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_noop

from techcoop.sheets.errors import Unreadable

LONGEST_RECORD = 8 << 20
NO_ARRAY = gettext_noop("The JSON does not hold an array of records.")
NO_RECORD = gettext_noop("This is no record: a record stands in braces.")
MALFORMED = gettext_noop("The JSON is malformed here.")
CUT_OFF = gettext_noop("The JSON breaks off here: the file was cut off.")
SPACE = re.compile(r"[ \t\r\n]*")
# One record may be held in an object such as {"data": [ … ]}.
BEGINNING = re.compile(r'[\ufeff \t\r\n]*(?:\{\s*"[^"]{1,80}"\s*:\s*)?\[')


class _Text:
    """As much of the text as is needed."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.source, self.held, self.place, self.is_whole = iter(texts), "", 0, False

    def more(self) -> bool:
        """Read on; what was taken is dropped."""
        piece = next(self.source, None)
        if piece is None:
            self.is_whole = True
            return False
        self.held, self.place = self.held[self.place :] + piece, 0
        return True

    def next_sign(self) -> str:
        """The next character that is no space, or nothing at the end."""
        while True:
            if spaces := SPACE.match(self.held, self.place):
                self.place = spaces.end()
            if self.place < len(self.held):
                return self.held[self.place]
            if not self.more():
                return ""


def json_records(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The records of the array."""
    text = _Text(texts)
    _find_array(text)
    number = 1
    decoder = json.JSONDecoder()
    if text.next_sign() == "]":
        return
    while True:
        number += 1
        record = _one_record(text, decoder, number)
        if not isinstance(record, dict):
            raise Unreadable(NO_RECORD, row=number)
        yield record
        sign = text.next_sign()
        if sign == "]":
            return
        if sign != ",":
            raise Unreadable(MALFORMED if sign else CUT_OFF, row=number)
        text.place += 1
        text.next_sign()


def _find_array(text: _Text) -> None:
    while not (found := BEGINNING.match(text.held)):
        if len(text.held) > 4096 or not text.more():
            raise Unreadable(NO_ARRAY)
    text.place = found.end()


def _one_record(text: _Text, decoder: json.JSONDecoder, number: int) -> Any:
    while True:
        try:
            record, text.place = decoder.raw_decode(text.held, text.place)
            return record
        except json.JSONDecodeError as error:
            left = len(text.held) - text.place
            if left > LONGEST_RECORD:
                raise Unreadable(MALFORMED, row=number) from error
            if not text.more():
                raise Unreadable(CUT_OFF if _at_the_end(error, text) else MALFORMED, row=number) from error
        except RecursionError as error:
            raise Unreadable(MALFORMED, row=number) from error


def _at_the_end(error: json.JSONDecodeError, text: _Text) -> bool:
    return error.pos >= len(text.held.rstrip()) - 1 or error.msg.startswith("Unterminated")
