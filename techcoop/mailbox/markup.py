"""A message in HTML becomes plain text in one pass, however deep or broken its markup is."""

import html
import re

# No step of it looks at a character twice: no tree is built, and nothing is tried again from before.
TAG = re.compile(r"<!--|<[/!?]?(?P<name>[A-Za-z\[][^\s<>/]*+)[^<>]*+>")
ENDS_A_LINE = re.compile(r"(?:<br|</(?:p|div|li|tr|h[1-6]))$")
NOT_READ = {"<script": re.compile("</script", re.IGNORECASE), "<style": re.compile("</style", re.IGNORECASE)}
END_OF_COMMENT = re.compile("-->")


def without_markup(page: str) -> str:
    """The words of a page, each line of it on a line; its scripts, styles and comments are left out."""
    words, place = [], 0
    while tag := TAG.search(page, place):
        opening = "<!--" if tag["name"] is None else page[tag.start() : tag.end("name")].lower()
        words.append(page[place : tag.start()])
        words.append("\n" if ENDS_A_LINE.match(opening) else "")
        place = _place_after(page, tag.end(), opening)
    return html.unescape("".join(words) + page[place:])


def _place_after(page: str, end: int, opening: str) -> int:
    """Where reading goes on after a tag; what is opened and never closed reaches to the end."""
    closing = END_OF_COMMENT if opening == "<!--" else NOT_READ.get(opening)
    if closing is None:
        return end
    found = closing.search(page, end)
    if found is None:
        return len(page)
    return found.end() if opening == "<!--" else found.start()
