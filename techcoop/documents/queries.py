"""Questions about papers."""

from django.db import models

from techcoop.documents.models import Document


def papers_of(thing: models.Model, classes: list[str]) -> models.QuerySet[Document]:
    """The papers of a thing in the classes that the reader is cleared for."""
    return Document.objects.of(thing).filter(classification__in=classes).select_related("added_by")
