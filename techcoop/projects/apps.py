"""Projects, as an application."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Project documents."""

    name = "techcoop.projects"
