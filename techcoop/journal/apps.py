"""Journal, as an application."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The record of acts: who did what, when and why."""

    name = "techcoop.journal"
