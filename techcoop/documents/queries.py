"""Questions about papers."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.db import models

from techcoop.documents.models import Classification, Document
from techcoop.web.rows import rows_of


def papers_of(thing: models.Model, classes: list[str]) -> models.QuerySet[Document]:
    """The papers of a thing in the classes that the reader is cleared for."""
    return Document.objects.of(thing).filter(classification__in=classes).select_related("added_by")


class Line(NamedTuple):
    """A paper as a line of a file."""

    pk: int
    title: str
    added_at: datetime
    size_bytes: int
    classification: str

    def get_classification_display(self) -> str:
        return str(Classification(self.classification).label)


LINES = """
SELECT id, title, added_at, size_bytes, classification FROM documents_document
 WHERE thing_kind = %(kind)s AND thing_id = %(key)s AND classification = ANY(%(classes)s)
 ORDER BY added_at DESC, id DESC"""


def lines_of(thing: models.Model, classes: list[str]) -> list[Line]:
    """The same papers, of which only a line is printed."""
    return rows_of(Line, LINES, kind=thing._meta.label_lower, key=thing.pk, classes=classes)


def every_paper() -> Iterator[Document]:
    """All papers that are kept, oldest first, for verification; streamed."""
    return Document.objects.order_by("pk").iterator(chunk_size=500)
