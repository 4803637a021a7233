"""Programme, as an application."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """What the programme consists of."""

    name = "techcoop.programme"
