"""Protection as an app of Django, so that its command is found."""

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """What is sealed about people at risk."""

    name = "techcoop.protection"
