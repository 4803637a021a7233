"""Desk, as an application."""

from django.apps import AppConfig

from techcoop.web.links import address, register_page


class DeskConfig(AppConfig):
    """Pages that gather what all stages know."""

    name = "techcoop.desk"

    def ready(self) -> None:
        from techcoop.atlas.models import State
        from techcoop.projects.models import Project

        register_page(Project, lambda one: address("desk:project", one.code))
        register_page(State, lambda one: address("desk:state", one.iso3))
