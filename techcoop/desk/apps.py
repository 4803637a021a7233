"""Desk, as an application."""

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import register_page


class DeskConfig(AppConfig):
    """Pages that gather what all stages know."""

    name = "techcoop.desk"

    def ready(self) -> None:
        from techcoop.atlas.models import State
        from techcoop.projects.models import Project

        register_page(Project, lambda one: reverse("desk:project", args=[one.code]))
        register_page(State, lambda one: reverse("desk:state", args=[one.iso3]))
