"""What a spreadsheet would take for a formula: how it is written as text, and read back as it was."""

import re

# An apostrophe is how a spreadsheet itself marks text. The signs of a formula count in their full width, too,
# and behind whatever cannot be seen; apostrophes before them get one more, so that exactly one is taken back.
FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\ufeff\u200b]*[=+\-@＝＋－＠])")
MARK = "'"


def harmless(text: str) -> str:
    """Text which no spreadsheet takes for a formula."""
    return MARK + text if FORMULA.match(text) else text


def as_meant(text: str) -> str:
    """The text without the mark that `harmless` gave it."""
    return text[1:] if text.startswith(MARK) and FORMULA.match(text, 1) else text
