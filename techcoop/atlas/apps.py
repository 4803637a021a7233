"""Atlas, as an application."""

from django.apps import AppConfig


class AtlasConfig(AppConfig):
    """States, territories, regions and organisations, with their names in six languages."""

    name = "techcoop.atlas"
