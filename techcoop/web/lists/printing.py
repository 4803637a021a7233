"""Prints what repeats most on a list page in plain Python: in a template, cells take ten times as long."""

from collections.abc import Iterable
from html import escape
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from techcoop.web.lists.declaring import PICKED, Text

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


def print_rows(rows: Iterable[tuple[Cell, ...]], labels: Iterable[Text]) -> SafeString:
    """The rows of a table; every text is escaped.

    A telephone shows each row as a card: the cells carry the name of their column, and the roles say to who
    listens that it is a table all the same.
    """
    named = [f' role="cell" data-label="{escaped(label)}"' if label else ' role="cell"' for label in labels]
    return mark_safe("\n".join(f'<tr role="row">{"".join(map(_cell, row, named))}</tr>' for row in rows))


def _cell(cell: Cell, named: str) -> str:
    text = escaped(cell.text)
    if cell.link:
        text = f'<a href="{escaped(cell.link)}">{text}</a>'
    if cell.heads:
        return f'<th scope="row" role="rowheader" dir="auto">{text}</th>'
    look = f' class="{cell.look}"' if cell.look else ""
    way = ' dir="auto"' if cell.look in WRITTEN else ""
    return f"<td{named}{look}{way}>{text}</td>"


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
