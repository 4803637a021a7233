"""Questions to the journal: the history of a thing, and whether its seals still hold."""

from collections.abc import Iterator

from django.db import models

from techcoop.journal.models import Entry


def history(thing: models.Model) -> models.QuerySet[Entry]:
    """Every act done to this thing, oldest first."""
    return (
        Entry.objects.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)
        .select_related("by")
        .order_by("number")
    )


def in_order() -> Iterator[Entry]:
    """All entries, history by history, for verification; streamed."""
    return Entry.objects.order_by("thing_kind", "thing_id", "number").iterator(chunk_size=2000)
