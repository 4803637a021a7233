"""Prints what repeats most on a list page in plain Python: in a template, cells take ten times as long."""

from collections.abc import Iterable
from html import escape
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from techcoop.web.lists.declaring import PICKED, UNKNOWN, Text

# What somebody, or a machine, has written runs in its own direction, whatever that of the page.
WRITTEN = ("", "words", "text", "code", "words code")


class Cell(NamedTuple):
    """One cell as it is printed."""

    text: Any
    link: str
    look: str
    heads: bool


def escaped(text: Any) -> str:
    """Text made harmless, unless it is known to be."""
    return text.__html__() if hasattr(text, "__html__") else escape(str(text))


def print_rows(rows: Iterable[tuple[Cell, ...]]) -> SafeString:
    """The rows of a table; every text is escaped."""
    return mark_safe("\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows))


def _cell(cell: Cell) -> str:
    text = escaped(cell.text)
    # What is not known, or not there, leads nowhere.
    if cell.link and text not in ("", UNKNOWN):
        text = f'<a href="{escaped(cell.link)}">{text}</a>'
    if cell.heads:
        return f'<th scope="row" dir="auto">{text}</th>'
    look = f' class="{cell.look}"' if cell.look else ""
    way = ' dir="auto"' if cell.look in WRITTEN else ""
    return f"<td{look}{way}>{text}</td>"


def print_tick(name: Any, ticked: bool, *, row: Any) -> SafeString:
    """The box that ticks the row of this name and heading; it belongs to the form beside the table."""
    marked = " checked" if ticked else ""
    return mark_safe(
        f'<input type="checkbox" form="picked" name="{PICKED}" value="{escaped(name)}"'
        f' aria-label="{escape(gettext("Tick"))} {escaped(row)}"{marked}>'
    )


def print_options(choices: Iterable[tuple[str, Text, bool]]) -> SafeString:
    """The choices of a filter, as options of a select."""
    return mark_safe("".join(map(_option, choices)))


def _option(choice: tuple[str, Text, bool]) -> str:
    value, label, chosen = choice
    marked = " selected" if chosen else ""
    return f'<option value="{escaped(value)}"{marked}>{escaped(label)}</option>'
