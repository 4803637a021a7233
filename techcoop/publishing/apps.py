"""Publishing, as an application."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """What the world may read of the programme."""

    name = "techcoop.publishing"
