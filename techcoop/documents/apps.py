"""Documents, as an application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Papers and their classes, and the sources from which records came."""

    name = "techcoop.documents"
