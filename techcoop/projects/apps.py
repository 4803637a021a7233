"""Projects, as an application."""

from django.apps import AppConfig

from techcoop.web.acts import offer
from techcoop.web.panels import offer_panels


class ProjectsConfig(AppConfig):
    """Project documents."""

    name = "techcoop.projects"

    def ready(self) -> None:
        from techcoop.assessments.models import NeedsAssessment
        from techcoop.documents.policies import Owner, documents_follow
        from techcoop.projects.models import Project
        from techcoop.projects.views.acts import acts_on_assessment, acts_on_request
        from techcoop.projects.views.proposed import projects_proposed
        from techcoop.requests.models import StateRequest

        documents_follow(Project, Owner(Project.objects.visible_to, lambda one: one.reach_ids))
        offer(StateRequest, acts_on_request)
        offer(NeedsAssessment, acts_on_assessment)
        offer_panels(NeedsAssessment, projects_proposed)
