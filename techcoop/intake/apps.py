"""Intake, as an application."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Records from outside, shown before they are taken in."""

    name = "techcoop.intake"
