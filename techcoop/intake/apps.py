"""Intake, as an application."""

from django.apps import AppConfig

from techcoop.web.links import address, register_page


class IntakeConfig(AppConfig):
    """Records from outside, shown before they are taken in."""

    name = "techcoop.intake"

    def ready(self) -> None:
        """Say where an import has its page."""
        register_page(self.get_model("Import"), lambda one: address("intake:import", one.pk))
