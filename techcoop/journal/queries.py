"""Questions to the journal: the history of a thing, and whether its seals still hold."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise

from techcoop.journal.models import Entry
from techcoop.web.editing import Edited
from techcoop.web.rows import rows_of
from techcoop.web.timeline import Happening


def history(thing: models.Model) -> models.QuerySet[Entry]:
    """Every act done to this thing, oldest first."""
    return (
        Entry.objects.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)
        .select_related("by")
        .order_by("number")
    )


def did(somebody: models.Model, act: str, thing: models.Model, **details: object) -> bool:
    """Whether somebody did this to a thing, with these details."""
    return history(thing).filter(by=somebody.pk, act=act, details__contains=details).exists()


class Told(NamedTuple):
    """One act of a history, as far as people read it: what it named is a person or a paper."""

    at: datetime
    by: str
    act: str
    status: str
    why: str
    named: str


TOLD = """
SELECT entry.at, COALESCE(NULLIF(person.name, ''), person.email), entry.act, entry.status, entry.why,
       COALESCE(entry.details ->> 'name', entry.details ->> 'title', '')
  FROM journal_entry AS entry JOIN people_user AS person ON person.id = entry.by_id
 WHERE entry.thing_kind = %(kind)s AND entry.thing_id = %(key)s
 ORDER BY entry.number"""


def told(thing: models.Model) -> list[Told]:
    """The history of a thing for reading, oldest first; seals and records stay in the database."""
    return rows_of(Told, TOLD, kind=thing._meta.label_lower, key=thing.pk)


def happenings(thing: models.Model, labels: Mapping[str, str | Promise]) -> list[Happening]:
    """The history of a thing as a page tells it; an act has the words that its app gives it."""
    return [Happening(one.at, one.by, labels.get(one.act, one.act), one.why) for one in told(thing)]


def last_edit(thing: models.Model, *, part: str = "") -> Edited:
    """Who changed what this thing, or one part of it, says last; one query.

    An edit of a thing names the fields that it changed, an edit of a part of it names the part.
    """
    edits = {"details__part": part} if part else {"details__has_key": "fields"}
    found = history(thing).filter(**edits).last()
    return Edited(found.number, str(found.by), found.at) if found else Edited()


def in_order() -> Iterator[Entry]:
    """All entries, history by history, for verification; streamed."""
    return Entry.objects.order_by("thing_kind", "thing_id", "number").iterator(chunk_size=2000)


def entries() -> models.QuerySet[Entry]:
    """All acts with who did them, for whoever reads the journal."""
    return Entry.objects.select_related("by")


def acts_known() -> list[tuple[str, str]]:
    """Every act that was ever done to a kind of thing, as the kind and the act, each once."""
    return list(Entry.objects.order_by("thing_kind", "act").values_list("thing_kind", "act").distinct())


def kinds_known() -> list[str]:
    """Every kind of thing that something was ever done to, each once."""
    return list(Entry.objects.order_by("thing_kind").values_list("thing_kind", flat=True).distinct())
