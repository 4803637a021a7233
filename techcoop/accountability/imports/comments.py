"""A general comment in an index of them, or one of its paragraphs, as a row of the staging table."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_noop

from techcoop.accountability.imports.texts import items, plain
from techcoop.sheets.cells import folded
from techcoop.sheets.errors import Problems
from techcoop.sheets.kinds import Context
from techcoop.sheets.reading import Record

NO_COMMENT = gettext_noop(
    "The name “%(text)s” does not say which general comment is meant, as CEDAW_GR35 does."
)
UNKNOWN_BODY = gettext_noop("“%(text)s” is no mechanism that is known here.")
NO_DAY = gettext_noop("“%(text)s” is no day that can be read; write it as 8 May 2019.")
NO_ADDRESS = gettext_noop("“%(text)s” is no address of a page.")
NO_LABEL = gettext_noop("The paragraph has no number.")
NO_TEXT = gettext_noop("The paragraph has no text.")

NAMED = re.compile(
    r"(?P<first>[A-Z]+)(?:[-_](?P<second>(?!G[CR]\d)[A-Z]+))?[-_]G[CR](?P<number>\d{1,3})(?!\d)"
)
OTHER_SHORT_NAMES = {"escr": "CESCR"}
COLUMNS = {
    "mode": "text",
    "source_key": "text",
    "comment_id": "bigint",
    "mechanism_id": "bigint",
    "joint_id": "bigint",
    "serial": "smallint",
    "titles": "jsonb",
    "symbol": "text",
    "adopted_on": "date",
    "address": "text",
    "label": "text",
    "position": "integer",
    "texts": "jsonb",
    "groups": "varchar[]",
}


@dataclass(frozen=True)
class Lookups:
    """What is known already, so that a file in another language adds to it."""

    bodies: dict[str, int]
    comments: dict[str, int]
    titles: dict[str, dict[str, str]]
    texts: dict[str, dict[str, str]]


@dataclass(frozen=True)
class Named:
    """What the name of a file says of a general comment."""

    key: str
    bodies: tuple[str, ...]
    number: int


def key_of(path: str) -> str:
    """The name of a file without folder, ending and what its copyists put in front."""
    return re.sub(r"^Annotated[-_]|\.json$", "", path.rsplit("/", 1)[-1])[:80]


def named(path: str) -> Named | None:
    """The general comment that a name means, if it means one."""
    found = NAMED.match(key := key_of(path))
    if not found:
        return None
    return Named(key, tuple(filter(None, (found["first"], found["second"]))), int(found["number"]))


def comment_of(path: str, column: str, bodies: str, context: Context, problems: Problems) -> dict[str, Any]:
    """Whose general comment it is, and which; the list of bodies counts more than the name."""
    comment = named(path)
    if comment is None:
        problems.add(NO_COMMENT, column=column, text=path[-80:])
        return {}
    found = []
    for told in re.split(r"\s*[,;/]\s*", bodies) if bodies else comment.bodies:
        body = context.lookups.bodies.get(folded(OTHER_SHORT_NAMES.get(folded(told), told)))
        if body is None:
            problems.add(UNKNOWN_BODY, column="Committee" if bodies else column, text=told[:60])
        found.append(body)
    return {
        "source_key": comment.key,
        "comment_id": context.lookups.comments.get(comment.key),
        "mechanism_id": found[0],
        "joint_id": found[1] if len(found) > 1 else None,
        "serial": comment.number,
    }


def row_of(**said: Any) -> tuple[Any, ...]:
    """A row of the staging table from what a record says."""
    return tuple(said.get(name) for name in COLUMNS)


def merged(known: dict[str, str], language: str, text: str) -> str:
    """What is known in every language, with this text for its own."""
    return json.dumps(known | {language: text}, ensure_ascii=False)


def day_of(text: str, problems: Problems) -> date | None:
    """The day of adoption."""
    for form in ("%d %B %Y", "%d %b %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    if text:
        problems.add(NO_DAY, column="Adoption Date", text=text[:60])
    return None


def index_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A general comment in the index."""
    problems = Problems()
    said = comment_of(record.text("filepath"), "File PATH", record.text("committee"), context, problems)
    adopted_on = day_of(record.text("adoptiondate"), problems)
    address = record.text("link")
    if address and not re.match(r"https?://", address):
        problems.add(NO_ADDRESS, column="Link", text=address[:60])
    problems.refuse()
    known = context.lookups.titles.get(said["source_key"], {})
    yield row_of(
        mode="comment",
        titles=merged(known, context.origin.language, plain(record.text("name"))),
        symbol=" ".join(record.text("signature").split())[:80],
        adopted_on=adopted_on,
        address=address[:500],
        **said,
    )


def paragraph_rows(record: Record, context: Context) -> Iterable[tuple[Any, ...]]:
    """A paragraph; whose it is, the name of the file says."""
    problems = Problems()
    said = comment_of(context.origin.file_name, "File PATH", "", context, problems)
    label, text = record.text("id")[:40], plain(record.text("text"))
    if not label:
        problems.add(NO_LABEL, column="ID")
    if not text:
        problems.add(NO_TEXT, column="Text")
    problems.refuse()
    yield row_of(
        mode="paragraph",
        label=label,
        position=record.row - 1,
        texts=merged(context.lookups.texts.get(label, {}), context.origin.language, text),
        groups=[one[:200] for one in items(record.cells.get("labels"))],
        **said,
    )
