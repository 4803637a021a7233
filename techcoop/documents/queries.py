"""Questions about papers."""

from django.core.files.storage import default_storage
from django.db import models

from techcoop.documents.models import Document


def papers_of(thing: models.Model, classes: list[str]) -> models.QuerySet[Document]:
    """The papers of a thing in the classes that the reader is cleared for."""
    return Document.objects.of(thing).filter(classification__in=classes).select_related("added_by")


def is_whole(name: str, size: int) -> bool:
    """Whether the store holds all bytes of a file; what a crash has cut short makes room."""
    if not default_storage.exists(name):
        return False
    if default_storage.size(name) != size:
        default_storage.delete(name)
        return False
    return True
