"""The press as an app of Django, so that its page templates are found."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """The printing house."""

    name = "techcoop.press"
