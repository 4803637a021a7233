"""Intake, as an application."""

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import register_page


class IntakeConfig(AppConfig):
    """Records from outside, shown before they are taken in."""

    name = "techcoop.intake"

    def ready(self) -> None:
        """Say where an import has its page."""
        register_page(self.get_model("Import"), lambda one: reverse("intake:import", args=(one.pk,)))
