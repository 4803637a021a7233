"""Desk, as an application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages that gather what all stages know."""

    name = "techcoop.desk"
