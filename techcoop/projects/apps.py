"""Projects, as an application."""

from django.apps import AppConfig
from django.urls import reverse

from techcoop.web.links import register_page


class ProjectsConfig(AppConfig):
    """Project documents."""

    name = "techcoop.projects"

    def ready(self) -> None:
        from techcoop.documents.policies import documents_follow
        from techcoop.projects.models import Project

        register_page(Project, lambda one: reverse("projects:project", args=[one.code]))
        documents_follow(Project, Project.objects.visible_to)
